import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('schema')
    .description('the GraphQL schema')
    .command('print')
    .description('write the schema, sorted, in the schema definition language')
    .argument('[folder]', 'where to write its files; to standard output if there is none')
    .action(print);
}

async function print(folder?: string): Promise<void> {
  const { printMergedSchema, printSchemas } = require('../schema/print') as typeof import('../schema/print');
  if (folder === undefined) process.stdout.write(printMergedSchema());
  else for (const file of await printSchemas(folder)) console.log(file);
}
