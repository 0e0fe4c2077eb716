import fs from 'node:fs';
import path from 'node:path';
import { signLocalToken } from '../../src/access/local-issuer';
import { toGlobalId } from '../../src/graphql/global-id';
import { GROUPINGS } from '../../src/schema/groupings';
import { useFederatedWorld } from '../support/federated-world';
import { createDataFolder } from '../support/folders';
import { useHttpWorld } from '../support/http';
import type { Json } from '../support/world';
import { writings, type Who } from './writings';
import { questions } from './questions';

const GOLDEN = path.join(__dirname, '../golden');

// Both servers trust the tokens of one key.
const dataDir = createDataFolder();
afterAll(() => fs.rmSync(dataDir, { recursive: true }));
const environment = () => ({ INTERURBAN_DATA_DIR: dataDir });

const merged = useHttpWorld(environment);
const federated = useFederatedWorld(GROUPINGS.sliced, environment);

const tokens = new Map<Who, string>();
beforeAll(async () => {
  const sign = async (who: Who, role: string, more: { city?: string; networks?: string[] } = {}) =>
    tokens.set(
      who,
      await signLocalToken(dataDir, { subject: who, roles: [role], networks: [], expiresIn: 3600, ...more }),
    );
  await sign('bogota', 'practitioner', { city: 'bogota' });
  await sign('london', 'practitioner', { city: 'london' });
  await sign('manager', 'manager', { networks: ['cool-cities', 'bus-lanes'] });
  await sign('admin', 'admin');
});

interface Answer {
  data: Json;
  errors: { path: unknown; code: unknown; message: string }[];
}

/**
 * What counts of an answer. Moments differ from run to run, and so they are told apart by where they stand alone; and each server
 * leads to its own address.
 */
function essence({ json }: { json: Json }): Answer {
  const text = JSON.stringify(json)
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z/g, 'MOMENT')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'SERVER');
  const { data = null, errors = [] } = JSON.parse(text) as { data?: Json; errors?: Json[] };
  return {
    data,
    errors: errors.map(({ path: at, message, extensions }) => ({ path: at, message, code: extensions?.code })),
  };
}

const headersFor = (who?: Who): Record<string, string> => {
  const token = who && tokens.get(who);
  return token ? { authorization: `Bearer ${token}` } : {};
};

/** The answer of the merged server, once the gateway has been found to give the same. */
async function both(body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const [one, other] = [await merged.post(body, headers), await federated.post(body, headers)];
  expect(essence(other)).toEqual(essence(one));
  return essence(one);
}

const golden = fs.readdirSync(GOLDEN).filter((file) => file.endsWith('.graphql'));

test('there are at least 40 operations', () => {
  expect(golden.length + questions.length + writings.length).toBeGreaterThanOrEqual(40);
});

describe('queries', () => {
  test.each(golden)('%s', async (file) => {
    const query = fs.readFileSync(path.join(GOLDEN, file), 'utf8');
    const [, languages = ''] = /^# Accept-Language: (.*)$/m.exec(query) ?? [];
    const { errors } = await both({ query }, { 'accept-language': languages });
    expect(errors).toEqual([]);
  });

  test.each(questions)('$name', async ({ query, variables, who, codes = [] }) => {
    const { errors } = await both({ query, variables }, headersFor(who));
    expect(errors.map(({ code }) => code)).toEqual(codes);
  });
});

test('a draft is a node for those who may see it, and for nobody else', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { id } }';
  const id = toGlobalId('Solution', 'secret-draft-nairobi');
  expect((await both({ query, variables: { id } })).data).toEqual({ node: null });
  expect((await both({ query, variables: { id } }, headersFor('bogota'))).data).toEqual({ node: null });
  expect((await both({ query, variables: { id } }, headersFor('admin'))).data).toEqual({ node: { id } });
});

describe('mutations', () => {
  test.each(writings)('$name', async ({ query, variables, who, outcome }) => {
    const { data, errors } = await both({ query, variables }, headersFor(who));
    const told = errors.length > 0 ? errors.map(({ code }) => code) : data.written.userErrors.map(codeOf);
    expect(told).toEqual(outcome);
  });
});

test('what differs: a variable of the wrong type is refused by the gateway itself, without a code', async () => {
  const body = { query: 'query ($first: Int) { cities(first: $first) { totalCount } }', variables: { first: 'many' } };
  const [one, other] = [essence(await merged.post(body)), essence(await federated.post(body))];
  expect(one.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  expect(other.errors).toMatchObject([{ message: one.errors[0]!.message, code: undefined }]);
});

const codeOf = ({ code }: { code: string }): string => code;
