import type { Command } from 'commander';

export function register(program: Command): void {
  const schema = program.command('schema').description('the GraphQL schema, and how it is cut and composed');
  schema
    .command('print')
    .description('write the schema, its subgraphs and their supergraph, sorted, in the schema definition language')
    .argument('[folder]', 'where to write the files; the whole schema to standard output if there is none')
    .action(print);
  schema
    .command('compose')
    .description('compose a supergraph for a gateway, and write it to standard output')
    .argument(
      '[subgraph...]',
      'NAME=URL of each subgraph, which is asked for its schema, or NAME=URL,FILE that holds it; ' +
        'if there is none, those that `npm run federation` serves',
    )
    .action(composeSubgraphs);
  schema
    .command('check')
    .description('tell what a client of an earlier schema would notice; status 1 if something of it would break')
    .requiredOption('--against <file-or-ref>', 'the earlier schema: a file, or a commit, branch or tag of Git')
    .action(check);
}

async function print(folder?: string): Promise<void> {
  const { printMergedSchema, printSchemas } = require('../schema/print') as typeof import('../schema/print');
  if (folder === undefined) process.stdout.write(printMergedSchema());
  else for (const file of await printSchemas(folder)) console.log(file);
}

async function composeSubgraphs(given: string[]): Promise<void> {
  const { compose } = require('../schema/compose') as typeof import('../schema/compose');
  const { localSubgraphs } = require('../schema/print') as typeof import('../schema/print');
  const { readSubgraph } = require('../schema/read-subgraph') as typeof import('../schema/read-subgraph');
  const subgraphs = given.length > 0 ? await Promise.all(given.map(readSubgraph)) : localSubgraphs();
  process.stdout.write(compose(subgraphs).sdl);
}

async function check({ against }: { against: string }): Promise<void> {
  const { changesSince, describeChanges } = require('../schema/check') as typeof import('../schema/check');
  const changes = await changesSince(against);
  process.stdout.write(describeChanges(changes));
  if (changes.some(({ level }) => level === 'breaking')) process.exitCode = 1;
}
