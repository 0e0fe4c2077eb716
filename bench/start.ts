import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { YOUNG_ROOM } from '../src/server/young-objects';
import { freePort, spawnServer, stop, withDataFolder } from './serving';

const RUNS = 5;
const QUESTION = JSON.stringify({ query: '{ networks(first: 3) { nodes { name } } }' });

/** `bench start`: from `interurban serve` to its first answer, with data that are there already, on the embedded PostgreSQL. */
export async function run(): Promise<void> {
  await withDataFolder(async (folder) => {
    const first = await timeOfStart(folder);
    const times: number[] = [];
    for (let i = 0; i < RUNS; i++) times.push(await timeOfStart(folder));
    const sorted = [...times].sort((a, b) => a - b);
    console.log(`The first start, which loads the sample: ${first.toFixed(0)} ms.`);
    console.log(
      `Later ones: ${times.map((time) => time.toFixed(0)).join(', ')} ms; median ${sorted[2]!.toFixed(0)} ms.`,
    );
  });
}

async function timeOfStart(folder: string): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  const child = spawnServer([YOUNG_ROOM, 'bin/interurban.mjs', 'serve'], port, folder);
  // A server that listens answers. What asks for more than a connection, until there is one, takes a tenth of two cores from it.
  while (!(await isOpen(port))) {
    if (child.exitCode !== null) throw new Error('Expected the server to start, but it ended.');
    await delay(5);
  }
  await ask(port);
  const time = performance.now() - begin;
  await stop(child);
  return time;
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

async function ask(port: number): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body: QUESTION });
  const answer = (await response.json()) as object;
  if (!response.ok || !('data' in answer)) throw new Error(`Expected an answer, but got ${JSON.stringify(answer)}.`);
}
