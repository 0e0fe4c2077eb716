import type { Command } from 'commander';
import { loadConfig } from '../config';
import type { RunningServer } from '../server/serve';
import { onStop } from './signals';

export function register(program: Command): void {
  program
    .command('serve')
    .description(
      'serve the graph over HTTP, until Ctrl-C; migrates the database, and loads sample data into an empty one',
    )
    .action(run);
}

async function run(): Promise<void> {
  const config = loadConfig();
  const stopped = onStop();
  const { serve } = require('../server/serve') as typeof import('../server/serve');
  const server = await serve(config);
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
