import { parse, type ExecutionResult } from 'graphql';
import { createContext } from '../../src/subgraphs/context';
import { createExecutor } from '../../src/server/compiled-execution';
import { mergedSchema } from '../../src/schema/merged';
import { intercept } from '../support/intercept';
import { useWorld } from '../support/world';

const world = useWorld();

const CASES: [what: string, document: string, variables: Record<string, unknown>][] = [
  ['a field that has an error', '{ city(slug: "paris") { name } network(id: "none") { name } }', {}],
  [
    'an error at each of several objects',
    '{ nodes(ids: ["none", "Q2l0eTpwYXJpcw", "Q2l0eTpub25l"]) { id __typename } }',
    {},
  ],
  ['a null where there is nothing', '{ city(slug: "nowhere") { name networks { nodes { name } } } }', {}],
  [
    'fragments on an interface',
    '{ node(id: "Q2l0eTpwYXJpcw") { ... on City { name } ... on Network { summary } id } }',
    {},
  ],
  [
    '@skip and @include',
    'query ($a: Boolean!) { cities(first: 2) { nodes { slug name @skip(if: $a) } } }',
    { a: true },
  ],
  ['a variable of the wrong type', 'query ($n: Int) { cities(first: $n) { nodes { slug } } }', { n: 'many' }],
  [
    'a variable of a type that has itself within',
    'query ($f: CityFilter) { cities(filter: $f) { nodes { slug } } }',
    { f: { not: { or: [{ region: { eq: 'AFRICA' } }, { memberOf: { slug: { eq: 'cool-cities' } } }] } } },
  ],
  ['a variable that is missing', 'query ($n: Int!) { cities(first: $n) { nodes { slug } } }', {}],
  ['a default that is left out', 'query ($n: Int! = 2) { cities(first: $n) { nodes { slug } } }', {}],
  ['a default that is not', 'query ($n: Int! = 2) { cities(first: $n) { nodes { slug } } }', { n: 1 }],
  ['introspection', '{ __type(name: "City") { name fields { name type { name kind } } } }', {}],
];

test.each(CASES)('%s: compiled or not, the answer is the same', async (_what, text, variables) => {
  const document = parse(text);
  const answers: ExecutionResult[] = [];
  for (const compiledFrom of [Infinity, 1]) {
    const execute = createExecutor(mergedSchema(), compiledFrom);
    const context = createContext(world.services, { viewer: null, locales: [] });
    answers.push(await execute({ document, operationName: undefined, variables, context }));
  }
  const [interpreted, compiled] = answers as [ExecutionResult, ExecutionResult];
  expect(JSON.stringify(compiled.data)).toBe(JSON.stringify(interpreted.data));
  expect(JSON.stringify(compiled.errors)).toBe(JSON.stringify(interpreted.errors));
});

test('what cannot be read together leaves the rest of an answer as it is', async () => {
  const { database } = world.services;
  const leave = intercept(database, (statement, run) =>
    statement.text.includes('FROM solution s') ? Promise.reject(new Error('out of order')) : run(),
  );
  const { data, errors } = await world.execute(
    '{ city(slug: "copenhagen") { name networks { nodes { slug } } solutions { nodes { slug } } } }',
  );
  leave();
  expect(errors).toEqual([expect.objectContaining({ path: ['city', 'solutions'] })]);
  expect(data.city).toEqual({ name: 'Copenhagen', networks: { nodes: expect.any(Array) }, solutions: null });
});

test('a document that recurs is read for its own variables and languages each time', async () => {
  const document = `query ($n: Int, $asOf: LocalDate, $l: Locale, $with: Boolean!) { city(slug: "copenhagen") {
    name greeted: name(locale: $l) networks(first: $n, asOf: $asOf) { nodes { slug name @include(if: $with) } } } }`;
  const ask = (variables: Record<string, unknown>, locales: string[] = []) =>
    world.ask(document, { variables, locales });
  const asked: [Record<string, unknown>, string[]?][] = [
    [{ n: 1, with: true }],
    [{ n: 2, with: true }],
    [{ n: 1, with: false }],
    [{ n: 100, asOf: '1900-01-01', with: true }],
    [{ n: 1, l: 'es', with: true }],
    [{ n: 1, with: true }, ['es']],
  ];
  const first: unknown[] = [];
  for (const [variables, locales] of asked) first.push(await ask(variables, locales));
  const texts = first.map((data) => JSON.stringify(data));
  expect(new Set(texts).size).toBeGreaterThanOrEqual(5);
  for (const [i, [variables, locales]] of asked.entries())
    expect(JSON.stringify(await ask(variables, locales))).toBe(texts[i]);
});
