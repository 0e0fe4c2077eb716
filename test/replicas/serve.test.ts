import fs from 'node:fs';
import { createDataFolder } from '../support/folders';
import { ask, Replicated } from '../support/replicated';
import { databaseUrl, ServerProcess } from '../support/server-process';

// `interurban serve` with DATABASE_REPLICA_URLS, as a deployment runs it.

jest.setTimeout(120_000);

const folder = createDataFolder();
const replicated = new Replicated();
let server: ServerProcess;

beforeAll(async () => {
  await replicated.start();
  const urls = databaseUrl(replicated.replica);
  server = new ServerProcess(replicated.primary, folder, { DATABASE_REPLICA_URLS: urls, INTERURBAN_SAMPLE: 'true' });
  await server.start();
});
afterAll(async () => {
  await server.stop();
  await replicated.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('queries are read from the replica, mutations are written to the primary and seen at once', async () => {
  const token = await server.practitioner('copenhagen');
  const reads = `SELECT count(*)::integer FROM pg_stat_activity WHERE application_name = 'interurban' AND query ~ 'city t'`;
  while ((await ask(replicated.replica, reads)) === 0) {
    const { city } = await server.ask('{ city(slug: "copenhagen") { name region } }', {}, token);
    expect(city).toEqual({ name: 'Copenhagen', region: 'EUROPE' });
  }
  const share = 'mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { userErrors { code } } }';
  const cityId = Buffer.from('City:copenhagen').toString('base64');
  for (const title of ['One', 'Two', 'Three']) {
    const input = { cityId, title, summary: 'A.', sector: 'WATER', locale: 'en' };
    await server.ask(share, { input }, token);
    const { city } = await server.ask(
      '{ city(slug: "copenhagen") { solutions(first: 1) { nodes { title } } } }',
      {},
      token,
    );
    expect(city).toEqual({ solutions: { nodes: [{ title }] } });
  }
});
