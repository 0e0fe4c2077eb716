import { useHttpWorld } from '../support/http';
import { aSolution, Desk, solutionId } from './desk';

const http = useHttpWorld();
const { world } = http;
const desk = new Desk(world);

const WITHDRAW = `mutation { withdrawSolution(input: { solutionId: "${solutionId('metro-quito')}", reason: "x" }) {
  userErrors { code } } }`;
const statusOf = async (slug: string): Promise<unknown> =>
  (await world.sql('SELECT status FROM solution WHERE slug = $1', [slug]))[0]!['status'];

test('a GET writes nothing', async () => {
  const { status, json } = await http.fetch(`/graphql?query=${encodeURIComponent(WITHDRAW)}`, {
    headers: { 'apollo-require-preflight': 'true', accept: 'application/json' },
  });
  expect(status).toBe(405);
  expect(json.errors).toHaveLength(1);
  expect(await statusOf('metro-quito')).toBe('PUBLISHED');
});

test('anonymous callers are asked for a token, and nothing is written', async () => {
  const { json } = await http.post({ query: WITHDRAW });
  expect(json.data ?? null).toBeNull();
  expect(json.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' }, path: ['withdrawSolution'] }]);
  expect(await statusOf('metro-quito')).toBe('PUBLISHED');
});

test('several mutations of one operation run one after another, and each shows what it has made of the record', async () => {
  const id = solutionId('metro-quito');
  const revise = (name: string, title: string) =>
    `${name}: reviseSolution(input: { solutionId: "${id}", title: "${title}" }) { ...All }`;
  const document = `mutation { ${revise('a', 'One')} ${revise('b', 'Two')} ${revise('c', 'Three')}
      last: withdrawSolution(input: { solutionId: "${id}", reason: "Enough." }) { ...All } }
    fragment All on SolutionPayload {
      solution { title status city { solutions { totalCount nodes { title } } } revisions { changes { before } } }
      userErrors { code } }`;
  const data = await world.ask(document, { viewer: await desk.practitioner('quito') });
  const seen = (name: string): unknown => {
    const { title, status, city, revisions } = data[name].solution;
    return [title, status, city.solutions.totalCount, revisions.length];
  };
  expect(['a', 'b', 'c', 'last'].map(seen)).toEqual([
    ['One', 'PUBLISHED', 1, 1],
    ['Two', 'PUBLISHED', 1, 2],
    ['Three', 'PUBLISHED', 1, 3],
    ['Three', 'WITHDRAWN', 0, 4],
  ]);
});

test('a mutation that fails leaves the others of its operation alone', async () => {
  const share = (name: string, title: string) =>
    `${name}: shareSolution(input: { ${literal(aSolution('london', { title }))} }) { solution { slug } userErrors { path } }`;
  const data = await world.ask(`mutation { ${share('a', 'First')} ${share('b', '')} ${share('c', 'Third')} }`, {
    viewer: await desk.practitioner('london'),
  });
  expect(data).toEqual({
    a: { solution: { slug: 'first-london' }, userErrors: [] },
    b: { solution: null, userErrors: [{ path: ['input', 'title'] }] },
    c: { solution: { slug: 'third-london' }, userErrors: [] },
  });
});

test('the record is read only where it is asked for', async () => {
  const viewer = await desk.practitioner('london');
  const ask = async (selection: string): Promise<number> => {
    world.statements.length = 0;
    await world.ask(
      `mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { ${selection} userErrors { code } } }`,
      { variables: { input: aSolution('london') }, viewer },
    );
    return world.statements.length;
  };
  expect(await ask('')).toBe(0);
  expect(await ask('solution { id title city { name } }')).toBe(2);
});

test('texts come in the caller’s language, as everywhere', async () => {
  const viewer = await desk.practitioner('bogota');
  const document = `mutation { reviseSolution(input: { solutionId: "${solutionId('ciclovia-bogota')}", sector: TRANSPORT }) {
    solution { title contentLocale } } }`;
  const { reviseSolution } = await world.ask(document, { viewer, locales: ['en'] });
  expect(reviseSolution.solution).toEqual({ title: 'Sunday cycleway', contentLocale: 'en' });
});

/** An input as a document writes it. */
const literal = (input: object): string =>
  Object.entries(input)
    .map(([name, value]) => `${name}: ${name === 'sector' ? String(value) : JSON.stringify(value)}`)
    .join(', ');
