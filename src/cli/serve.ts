import { InvalidArgumentError, type Command } from 'commander';
import { loadConfig } from '../config';
import type { RunningServer } from '../server/serve';
import type { ModuleName } from '../subgraphs/owned-by';
import { onStop } from './signals';

export function register(program: Command): void {
  program
    .command('serve')
    .description(
      'serve the graph over HTTP, until Ctrl-C; migrates the database, and loads sample data into an empty one',
    )
    .option(
      '--subgraphs <modules>',
      'serve only what these modules own, as a subgraph for a federation gateway: `networks,solutions`',
      modulesOf,
    )
    .action(run);
}

function modulesOf(given: string): ModuleName[] {
  const { MODULES } = require('../subgraphs/owned-by') as typeof import('../subgraphs/owned-by');
  const names = given.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(MODULES as readonly string[]).includes(name));
  if (unknown.length > 0)
    throw new InvalidArgumentError(`Expected some of ${MODULES.join(',')}, got ${JSON.stringify(unknown.join())}.`);
  return names as ModuleName[];
}

async function run({ subgraphs }: { subgraphs?: ModuleName[] }): Promise<void> {
  const config = loadConfig();
  const stopped = onStop();
  const { serve } = require('../server/serve') as typeof import('../server/serve');
  const server = await serve(config, subgraphs);
  announce(server.urls);
  await stopped;
  await server.stop();
  process.exit(); // Whatever may still hold the process has no more to do.
}

function announce(urls: RunningServer['urls']): void {
  const width = Math.max(...urls.map(({ label }) => label.length));
  console.log('\nInterurban is ready. Ctrl-C stops it.\n');
  for (const { label, url } of urls) console.log(`  ${label.padEnd(width)}  ${url}`);
  console.log();
}
