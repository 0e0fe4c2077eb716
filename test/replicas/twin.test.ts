import fs from 'node:fs';
import { Random } from '../../bench/generate/random';
import { signLocalToken } from '../../src/access/local-issuer';
import { addCast } from '../access/cast';
import { RandomReader } from '../cache/random-reads';
import { RandomWriter } from '../cache/random-writes';
import { createDataFolder } from '../support/folders';
import { HttpWorld } from '../support/http';
import { Replicated } from '../support/replicated';
import { useWorld, World } from '../support/world';
import { Desk } from '../writing/desk';
import { Observed } from './observed';

// A server that reads from a replica and keeps answers, beside one that does neither, on the same data: after whatever was written, and
// while replay stands still and goes on, they say the same.

const STEPS = 600;

const folder = createDataFolder();
const replicated = new Replicated();
beforeAll(() => replicated.start());
const world = useWorld({ replicated, followsLog: true, poolSize: 6 });
const reading = new HttpWorld(world, () => ({ INTERURBAN_DATA_DIR: folder }));
const plain = new HttpWorld(new World({ beside: world, followsLog: true }), () => ({
  INTERURBAN_DATA_DIR: folder,
  RESPONSE_CACHE_BYTES: '0',
}));
const observed = new Observed(world);
const desk = new Desk(world);

beforeAll(async () => {
  await addCast(world);
  observed.begin();
  await plain.world.open();
  for (const one of [reading, plain]) await one.listen();
});
afterAll(async () => {
  for (const one of [reading, plain]) await one.close();
  await plain.world.close();
  fs.rmSync(folder, { recursive: true });
});
afterAll(() => replicated.stop());

const token = (roles: string[], city?: string, networks: string[] = []): Promise<string> =>
  signLocalToken(folder, { subject: city ?? roles.join(), roles, city, networks, expiresIn: 3600 });

/** Without the server's own address, and without where the log stands, which may go on from one to the other. */
async function answerOf(server: HttpWorld, body: object, headers: Record<string, string>): Promise<string> {
  const { text } = await server.post(body, headers);
  return text.replaceAll(server.url, '').replace(/"feedCursor":"\w+"/, '');
}

test(`${STEPS} random writes, reads and pauses: no difference`, async () => {
  const tokens = [null, null, await token(['practitioner'], 'london'), await token(['admin'])];
  tokens.push(await token(['network-manager'], undefined, ['water-security']));
  const reader = new RandomReader(new Random('reads'), tokens);
  const writer = new RandomWriter(world, desk, new Random('writes'), await desk.admin());
  const chance = new Random('steps');
  let isPaused = false;
  const byReplica = { paused: 0, running: 0 };
  for (let step = 0; step < STEPS; step++) {
    if (chance.chance(0.04)) await replicated.pauseReplay((isPaused = !isPaused));
    if (chance.chance(0.1)) {
      await writer.write();
      continue;
    }
    const { body, headers } = reader.next();
    const before = observed.byReplica.length;
    const read = await answerOf(reading, body, headers);
    if (observed.byReplica.length > before) byReplica[isPaused ? 'paused' : 'running']++;
    const expected = await answerOf(plain, body, headers);
    expect({ step, ...body, headers, answer: read }).toEqual({ step, ...body, headers, answer: expected });
  }
  if (isPaused) await replicated.pauseReplay(false);
  // It was the replica that answered, time and again; also one that stands still, until something is written.
  expect(byReplica.running).toBeGreaterThan(STEPS / 20);
  expect(byReplica.paused).toBeGreaterThan(0);
}, 240_000);
