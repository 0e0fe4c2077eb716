import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('schema')
    .description('the GraphQL schema')
    .command('print')
    .description('write the schema to standard output, sorted, in the schema definition language')
    .action(print);
}

function print(): void {
  const { printMergedSchema } = require('../schema/print') as typeof import('../schema/print');
  process.stdout.write(printMergedSchema());
}
