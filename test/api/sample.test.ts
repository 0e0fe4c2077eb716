import fs from 'node:fs';
import path from 'node:path';
import { parse, validate } from 'graphql';
import { mergedSchema } from '../../src/schema/merged';
import { useWorld, type Json } from '../support/world';

const root = path.join(__dirname, '../..');
const world = useWorld({ data: path.join(root, 'data') });

const read = (...file: string[]): string => fs.readFileSync(path.join(root, ...file), 'utf8');

/** Whether there is something in an answer beside empty lists and nulls, in each of its root fields. */
function isFilled(value: Json): boolean {
  if (Array.isArray(value)) return value.some(isFilled);
  if (value !== null && typeof value === 'object') return Object.values(value).some(isFilled);
  return value !== null && value !== false && value !== 0;
}

describe('the examples of GraphiQL', () => {
  const folder = 'web/graphiql/examples';
  const files = fs.readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.graphql'));

  const subscriptions = files.filter((file) => /^subscription/m.test(read(folder, file)));
  const queries = files.filter((file) => !subscriptions.includes(file));

  test('there are six', () => expect([queries.length, subscriptions.length]).toEqual([5, 1]));

  test.each(subscriptions)('%s is valid', (file) =>
    expect(validate(mergedSchema(), parse(read(folder, file)))).toEqual([]),
  );

  test.each(queries)('%s answers without an error, and with data', async (file) => {
    const data = await world.ask(read(folder, file));
    for (const [field, value] of Object.entries(data)) expect([field, isFilled(value)]).toEqual([field, true]);
  });
});

describe('the operations of the documentation', () => {
  const blocks = ['docs/api.md', 'README.md'].flatMap((file) =>
    [...read(file).matchAll(/```graphql\n(.*?)```/gs)].map(([, document], i) => [file, i + 1, document!] as const),
  );

  test.each(blocks)('%s, %i: answers without an error, and with data', async (_file, _i, document) => {
    expect(isFilled(await world.ask(document))).toBe(true);
  });
});

test.each([
  ['sao paulo', 'sao-paulo'],
  ['bogota', 'bogota'],
  ['Nueva York', 'new-york'],
  ['纽约', 'new-york'],
  ['Kopenhagen', 'copenhagen'],
  ['LOS ÁNGELES', 'los-angeles'],
])('a search for %s finds %s', async (text, slug) => {
  const document = 'query ($t: String!) { search(text: $t, first: 1) { nodes { __typename ... on City { slug } } } }';
  const data = await world.ask(document, { variables: { t: text } });
  expect(data.search.nodes).toEqual([{ __typename: 'City', slug }]);
});

test('the names that a network had on a day', async () => {
  const document = '{ networks(first: 100) { nodes { slug name formerNames { name from until } } } }';
  const { nodes } = (await world.ask(document)).networks;
  expect(nodes.some(({ formerNames }: Json) => formerNames.length > 0)).toBe(true);
});
