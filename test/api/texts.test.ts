import { getOperationAST, parse } from 'graphql';
import pg from 'pg';
import { columnsOf, textDecoderOf } from '../../src/data/wire/decoders';
import { SentRow } from '../../src/data/wire/sent-row';
import { createAnswerer } from '../../src/server/answer';
import { intercept } from '../support/intercept';
import { useWorld, type Json } from '../support/world';

// Every test that asks a world compares the answer with its text. Here is what must not, or cannot, be written without resolvers.
const world = useWorld();

const { INT4, TEXT } = pg.types.builtins;

type Value = string | number | null;

/** A row with these numbers, texts and nulls as PostgreSQL would send it. */
function sentRow(values: readonly Value[]): SentRow {
  const columns = values.map((value) => {
    const text = Buffer.from(value === null ? '' : String(value));
    const length = Buffer.alloc(4);
    length.writeInt32BE(value === null ? -1 : text.length);
    return Buffer.concat([length, text]);
  });
  const bytes = Buffer.concat([Buffer.from([0, columns.length]), ...columns]);
  const decoders = values.map((value) => textDecoderOf(typeof value === 'number' ? INT4 : TEXT));
  return new SentRow(bytes, 0, bytes.length, columnsOf(decoders, false));
}

type Change = (value: Value, column: number) => Value;

/** Rows of either kind with other values. */
const changed = <R>(rows: R[], change: Change): R[] =>
  rows.map(
    (row) =>
      (row instanceof SentRow ? sentRow((row.values() as Value[]).map(change)) : (row as Value[]).map(change)) as R,
  );

/** Answers as the direct lane does. @param change of values that are read @param isOutOfOrder which statements fail */
async function answer(text: string, change: Change = (value) => value, isOutOfOrder = (_text: string) => false) {
  const { apollo, services, database, logger } = world;
  const leave = intercept(database, async (statement, run) => {
    if (isOutOfOrder(statement.text)) throw new Error('out of order');
    return changed(await run(), change);
  });
  const answerer = createAnswerer(apollo, services, logger);
  const document = parse(text);
  const operation = getOperationAST(document)!;
  try {
    const caller = { viewer: null, locales: [] };
    const { body, status } = await answerer({ document, operation, variables: {}, coerced: {}, caller });
    return { status, ...(JSON.parse(body.toString()) as { data: Json; errors?: Json[] }) };
  } finally {
    leave();
  }
}

/** Puts null into all columns but the key. */
const withoutValues: Change = (value, column) => (column < 1 ? value : null);

test('a null where there must be none is an error at its field, and its object is null', async () => {
  const { data, errors, status } = await answer(
    '{ city(slug: "paris") { name } country(code: "KE") { code } }',
    withoutValues,
  );
  expect(status).toBe(200);
  expect(data).toMatchObject({ city: null });
  // Whichever of the two is read first.
  const error = errors!.find(({ path }) => path[0] === 'city');
  expect(error).toMatchObject({ path: ['city', 'name'], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
});

test('a value that its type does not have is an error at its field', async () => {
  const change: Change = (value) => (typeof value === 'number' && value > 1_000_000 ? -1 : value);
  const { data, errors } = await answer('{ city(slug: "tokyo") { name population } }', change);
  expect(data).toEqual({ city: { name: 'Tokyo', population: null } });
  expect(errors).toMatchObject([{ path: ['city', 'population'] }]);
});

test('what cannot be read together leaves the rest of an answer as it is', async () => {
  const document = '{ city(slug: "copenhagen") { name networks { nodes { slug } } solutions { nodes { slug } } } }';
  const { data, errors } = await answer(document, undefined, (text) => text.includes('FROM solution s'));
  expect(errors).toMatchObject([{ path: ['city', 'solutions'] }]);
  expect(data.city).toEqual({ name: 'Copenhagen', networks: { nodes: expect.any(Array) }, solutions: null });
});

test('a lookup without a key says what it expects', async () => {
  const { data, errors } = await answer('{ city { name } other: city(slug: "paris") { slug } }');
  expect(data).toEqual({ city: null, other: { slug: 'paris' } });
  expect(errors).toMatchObject([{ path: ['city'], extensions: { code: 'INVALID_LOOKUP' } }]);
});

test('one root field that needs resolvers takes the others with it', async () => {
  const document =
    '{ cities(first: 1) { nodes { slug } } search(text: "paris") { nodes { __typename } } viewer { subject } }';
  const statements: string[] = [];
  const { data } = await answer(document, undefined, (text) => statements.push(text) < 0);
  expect(data).toMatchObject({ cities: { nodes: [{ slug: expect.any(String) }] }, viewer: null });
  expect(statements.filter((text) => text.includes('FROM city c'))).toHaveLength(1);
});

test.each([
  ['texts of all kinds', 'cities(first: 100) { nodes { name(locale: "zh") slug } }'],
  [
    'keys of their own, and the same twice',
    'cities(first: 2) { nodes { a: name b: name name } nodes { slug a: name } }',
  ],
  [
    'lists of the same under two names',
    'cities(first: 2) { nodes { a: networks(first: 1) { nodes { slug } } b: networks(first: 2) { edges { cursor } } } }',
  ],
  [
    'edges, cursors and pages backwards',
    'cities(last: 3) { edges { cursor node { slug } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }',
  ],
  [
    'an empty page',
    'cities(filter: { name: { eq: "nowhere" } }) { nodes { slug } pageInfo { startCursor hasNextPage } }',
  ],
  [
    'values of the object alone',
    'city(slug: "paris") { location { latitude here: longitude } externalIds { scheme value __typename } }',
  ],
  ['nothing', 'city(slug: "nowhere") { name }'],
  ['fragments by type', 'node(id: "Q2l0eTpwYXJpcw") { __typename id ... on City { slug } ... on Network { summary } }'],
  ['what is left out', 'city(slug: "paris") { name @skip(if: true) slug @include(if: true) }'],
])('%s: written without resolvers', async (_what, fields) => {
  const document = `{ __typename ${fields} }`;
  expect(await world.text(document)).toBe(`${JSON.stringify({ data: await world.ask(document) })}\n`);
});
