import cluster from 'node:cluster';
import { pino } from 'pino';
import { report } from '../../src/cli/report';
import { serveByWorkers } from '../../src/server/workers';

/** Workers that do nothing but start or, as the arguments say of each in their order, fail to. */
async function main(): Promise<void> {
  const outcomes = process.argv.slice(2);
  if (cluster.isPrimary) {
    await serveByWorkers(outcomes.length, pino(pino.destination(2)));
    console.log('ready');
  } else if (outcomes[cluster.worker!.id - 1] === 'starts') process.send!({ urls: [] });
  else process.exit(1);
}

main().catch(report);
