import fs from 'node:fs';
import { copiesFrom } from '../../migrations/sql/sort-keys/copies';
import { Random } from '../../bench/generate/random';
import { signLocalToken } from '../../src/access/local-issuer';
import { ChangeType } from '../../src/events/event';
import { changedBy } from '../../src/subgraphs/changed-tables';
import { addCast } from '../access/cast';
import { createDataFolder } from '../support/folders';
import { HttpWorld, type HttpAnswer } from '../support/http';
import { useWorld } from '../support/world';
import { Desk } from '../writing/desk';
import { RandomReader } from './random-reads';
import { RandomWriter } from './random-writes';
import { watchTables } from './watched-tables';

// A server that keeps answers beside one that keeps none, on the same data: after whatever was written, they say the same.

const STEPS = 1000;

const folder = createDataFolder();
const world = useWorld({ followsLog: true, poolSize: 6 });
const keeping = new HttpWorld(world, () => ({ INTERURBAN_DATA_DIR: folder }));
const forgetful = new HttpWorld(world, () => ({ INTERURBAN_DATA_DIR: folder, RESPONSE_CACHE_BYTES: '0' }));
const desk = new Desk(world);

beforeAll(async () => {
  await addCast(world);
  await keeping.listen();
  await forgetful.listen();
});
afterAll(async () => {
  await keeping.close();
  await forgetful.close();
  fs.rmSync(folder, { recursive: true });
});

const token = (roles: string[], city?: string, networks: string[] = []): Promise<string> =>
  signLocalToken(folder, { subject: city ?? roles.join(), roles, city, networks, expiresIn: 3600 });

const statusOf = ({ headers }: HttpAnswer): string => headers.get('cache-status') ?? '';

test(`${STEPS} random writes and reads: no difference`, async () => {
  const watched = await watchTables(world);
  const tokens = [null, null, null, await token(['practitioner'], 'london'), await token(['practitioner'], 'tokyo')];
  tokens.push(await token(['network-manager'], undefined, ['water-security']), await token(['admin']), await token([]));
  const reader = new RandomReader(new Random('reads'), tokens);
  const writer = new RandomWriter(world, desk, new Random('writes'), await desk.admin());
  const chance = new Random('steps');
  const froms: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    if (chance.chance(0.15)) {
      await writer.write();
      continue;
    }
    const { body, headers } = reader.next();
    const [kept, made] = await Promise.all([keeping.post(body, headers), forgetful.post(body, headers)]);
    expect({ step, ...body, headers, text: kept.text }).toEqual({ step, ...body, headers, text: made.text });
    froms.push(statusOf(kept));
  }
  // It was the cache that answered, time and again.
  expect(froms.filter((from) => from === 'interurban; hit').length).toBeGreaterThan(STEPS / 20);
  expect(froms.filter((from) => from.includes('fwd=uri-miss')).length).toBeGreaterThan(STEPS / 10);

  // What the writes have changed, their events tell: each kind was among them.
  const transactions = await watched();
  const told = new Set(transactions.flatMap(({ events }) => events));
  expect(Object.values(ChangeType).filter((type) => !told.has(type))).toEqual([]);
  for (const { tables, events } of transactions) {
    const known = new Set(events.flatMap((type) => changedBy[type]));
    // What reads a copy reads the table that it is a copy of.
    for (const { owner, table } of copiesFrom) if (known.has(owner)) known.add(table);
    const untold = tables.filter((table) => !known.has(table));
    // Drafts are seen by those alone who get no kept answers with solutions; countries are counted by triggers.
    const isDraft = events.length === 0 && untold.every((table) => table.startsWith('solution'));
    expect(isDraft ? [] : untold.filter((table) => table !== 'country')).toEqual([]);
  }
}, 240_000);
