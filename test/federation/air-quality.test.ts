import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { GROUPINGS, type Grouping } from '../../src/schema/groupings';
import { useFederatedWorld } from '../support/federated-world';
import { endProgram } from '../support/program';

const EXAMPLE = path.join(__dirname, '../../examples/air-quality');

let partner: ChildProcess;
afterAll(() => endProgram(partner));

/** Starts the example, once for all deployments of ours, on a port of its own choice. */
const started = (async () => {
  partner = spawn(process.execPath, ['server.js'], {
    cwd: EXAMPLE,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: partner.stdout! }), 'line')) as [string];
  const [url] = /http:\S+/.exec(line) as unknown as [string];
  return [{ name: 'air-quality', url, sdl: fs.readFileSync(path.join(EXAMPLE, 'schema.graphql'), 'utf8') }];
})();

const groupings: [string, Grouping][] = Object.entries(GROUPINGS);

describe.each(groupings)('a partner’s data on our cities: %s', (_name, grouping) => {
  const federated = useFederatedWorld(grouping, undefined, () => started);
  const ask = async (query: string) => (await federated.post({ query })).json;

  test('from a city to its readings, null where the partner has none', async () => {
    const { data, errors } = await ask(`{ london: city(slug: "london") { name airQuality { latest { year pm25 no2
      isWithinGuideline } readings(since: 2023) { year } } } quito: city(slug: "quito") { name airQuality { latest { year } } } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      london: {
        name: 'London',
        airQuality: {
          latest: { year: 2024, pm25: 8.4, no2: 21, isWithinGuideline: false },
          readings: [{ year: 2023 }, { year: 2024 }],
        },
      },
      quito: { name: 'Quito', airQuality: null },
    });
  });

  test('from the partner’s list to what we know, of every module', async () => {
    const { data, errors } =
      await ask(`{ cleanestCities(first: 4) { name country { code } airQuality { latest { pm25 } }
      networks(first: 1) { nodes { name } } solutions { totalCount } collaborations { totalCount } } }`);
    expect(errors).toBeUndefined();
    const { cleanestCities } = data;
    expect(cleanestCities.map(({ name }: { name: string }) => name)).toEqual([
      'New York',
      'Copenhagen',
      'London',
      'Tokyo',
    ]);
    for (const city of cleanestCities)
      expect(city).toMatchObject({
        country: { code: expect.stringMatching(/^[A-Z]{2}$/) },
        solutions: { totalCount: expect.any(Number) },
        collaborations: { totalCount: expect.any(Number) },
      });
  });

  test('one request to the partner for all cities of a list', async () => {
    federated.fetches.length = 0;
    const { data } = await ask(
      '{ network(slug: "cool-cities") { members(first: 50) { nodes { name airQuality { latest { pm25 } } } } } }',
    );
    const measured = data.network.members.nodes.filter(({ airQuality }: { airQuality: object | null }) => airQuality);
    expect(measured.length).toBeGreaterThan(1);
    for (const { subgraph } of federated.fetches)
      expect(federated.fetches.filter((fetch) => fetch.subgraph === subgraph).length).toBeLessThanOrEqual(1);
  });

  test('the partner’s mistakes are told as they are', async () => {
    const { data, errors } = await ask('{ cleanestCities(first: 0) { name } }');
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ message: 'Expected "first" to be from 1 to 50, but got 0.' }]);
  });
});
