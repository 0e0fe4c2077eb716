import cluster from 'node:cluster';
import { InvalidArgumentError, type Command } from 'commander';
import { pino } from 'pino';
import { loadConfig, settings, type Config } from '../config';
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
    .option('--workers <n>', 'how many processes serve, on one port; see the setting WORKERS', workersOf)
    .action(run);
}

function workersOf(given: string): number {
  const workers = settings.workers.parse(given);
  if (workers === undefined) throw new InvalidArgumentError(`Expected ${settings.workers.expected}, got ${given}.`);
  return workers;
}

function modulesOf(given: string): ModuleName[] {
  const { MODULES } = require('../subgraphs/owned-by') as typeof import('../subgraphs/owned-by');
  const names = given.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(MODULES as readonly string[]).includes(name));
  if (unknown.length > 0)
    throw new InvalidArgumentError(`Expected some of ${MODULES.join(',')}, got ${JSON.stringify(unknown.join())}.`);
  return names as ModuleName[];
}

async function run({ subgraphs, workers }: { subgraphs?: ModuleName[]; workers?: number }): Promise<void> {
  const config = loadConfig();
  const stopped = onStop();
  const server = await start(config, workers ?? config.workers, subgraphs);
  if (cluster.isPrimary) announce(server.urls);
  else process.send!({ urls: server.urls });
  await stopped;
  await server.stop();
  process.exit(); // Whatever may still hold the process has no more to do.
}

/** The server; in several processes, this one starts the others, and keeps the database open while they come and go. */
async function start(config: Config, workers: number, subgraphs?: ModuleName[]): Promise<RunningServer> {
  const { openDatabase } = require('../data/connect') as typeof import('../data/connect');
  const opening = openDatabase(config);
  if (workers === 1 || cluster.isWorker) {
    // Loaded while PostgreSQL starts.
    const { serve } = require('../server/serve') as typeof import('../server/serve');
    try {
      return await serve(config, opening, subgraphs);
    } catch (error) {
      // A worker whose primary process can tell it something never ends by itself.
      cluster.worker?.disconnect();
      throw error;
    }
  }
  const { serveByWorkers } = require('../server/workers') as typeof import('../server/workers');
  const database = await opening;
  try {
    const logger = pino({ level: config.logLevel }, pino.destination(2));
    const server = await serveByWorkers(workers, logger);
    const stop = async (): Promise<void> => {
      await server.stop();
      await database.stop();
    };
    return { urls: server.urls, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function announce(urls: RunningServer['urls']): void {
  const width = Math.max(...urls.map(({ label }) => label.length));
  console.log('\nInterurban is ready. Ctrl-C stops it.\n');
  for (const { label, url } of urls) console.log(`  ${label.padEnd(width)}  ${url}`);
  console.log();
}
