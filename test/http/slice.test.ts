import { MODULES } from '../../src/subgraphs/owned-by';
import { servedSchema } from '../../src/schema/served';
import { useHttpWorld } from '../support/http';

const leadsTo = async (http: ReturnType<typeof useHttpWorld>) => {
  const { status, headers } = await http.fetch('/', { redirect: 'manual' });
  return [status, headers.get('location')];
};

describe('a slice', () => {
  const http = useHttpWorld(undefined, { schema: () => servedSchema(['networks', 'solutions']) });

  test('leads from / to GraphiQL, and has no explorer, whose pages ask for all of the graph', async () => {
    expect(await leadsTo(http)).toEqual([302, '/graphql']);
    expect((await http.fetch('/en')).status).toBe(404);
    expect((await http.fetch('/graphql', { headers: { accept: 'text/html' } })).status).toBe(200);
  });
});

describe('a slice without GraphiQL', () => {
  const http = useHttpWorld(() => ({ PRODUCTION: 'true' }), { schema: () => servedSchema(['cities']) });

  test('has nothing at /', async () => expect(await leadsTo(http)).toEqual([404, null]));
});

describe('a slice of all modules', () => {
  const http = useHttpWorld(undefined, { schema: () => servedSchema(MODULES) });

  test('has the explorer', async () => expect(await leadsTo(http)).toEqual([302, '/en']));
});
