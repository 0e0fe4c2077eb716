import { buildSchema, parse, type GraphQLObjectType, type OperationDefinitionNode } from 'graphql';
import type { CostExtensions } from '../../graphql/cost';
import { loadConfig } from '../../config';
import { Admission } from '../admission';
import { contributors, costOfAnswer } from './cost';

const schema = buildSchema(/* GraphQL */ `
  type Query {
    users(max: Int): [User]
    best(filter: Filter): User
    animals(first: Int): AnimalConnection
    listed(ids: [ID!]!): [Animal]
    three: [User!]!
  }
  type Mutation {
    rename(filter: Filter): User
  }
  input Filter {
    name: String
    and: [Filter!]
  }
  type User {
    name: String
    age: Int
    friends(max: Int = 3): [User]
  }
  type AnimalConnection {
    nodes: [Animal]
    edges: [AnimalEdge]
  }
  type AnimalEdge {
    node: Animal
  }
  interface Animal {
    name: String
  }
  type Cat implements Animal {
    name: String
    kittens(first: Int): AnimalConnection
  }
  type Dog implements Animal {
    name: String
    master: User
  }
`);

annotate('Query', 'users', { listSize: { slicingArguments: ['max'], assumedSize: 7 } });
annotate('Query', 'listed', { listSize: { slicingArguments: ['ids'] } });
annotate('Query', 'three', { listSize: { assumedSize: 3 } });
annotate('User', 'friends', { listSize: { slicingArguments: ['max'] } });
annotate('User', 'age', { cost: 2 });

function annotate(type: string, field: string, extensions: CostExtensions): void {
  (schema.getType(type) as GraphQLObjectType).getFields()[field]!.extensions = { ...extensions };
}

const admission = new Admission(schema, loadConfig({}));
const caller = { viewer: null, locales: [] };

function admit(source: string, variables: Record<string, unknown> = {}) {
  const document = parse(source);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return admission.admit({ document, operation, variables, caller })!;
}

test('the example of the specification', () => {
  const { plan, costs } = admit('{ users(max: 5) { age } }');
  expect(costs).toEqual({ fields: 1 + 5 * 2, types: 1 + 5 });
  const data = { users: [{ age: 33 }, { age: 45 }, { age: 27 }] };
  expect(costOfAnswer(plan, data, {})).toEqual({ fields: 7, types: 1 + 3 });
});

test.each<[string, string, Record<string, unknown>, number, number]>([
  ['values cost nothing', '{ best { name __typename } }', {}, 1, 2],
  ['fields of lists are called for each object', '{ users(max: 4) { friends { name } } }', {}, 1 + 4, 1 + 4 + 4 * 3],
  ['variables tell sizes', 'query ($n: Int) { users(max: $n) { name } }', { n: 9 }, 1, 1 + 9],
  ['defaults of variables do', 'query ($n: Int = 2) { users(max: $n) { name } }', {}, 1, 1 + 2],
  ['without any, the size is assumed', 'query ($n: Int) { users(max: $n) { name } }', {}, 1, 1 + 7],
  ['null is no size', '{ users(max: null) { name } }', {}, 1, 1 + 7],
  ['nothing costs less than nothing', '{ users(max: -5) { name } }', {}, 1, 1],
  ['defaults of arguments', '{ three { friends { name } } }', {}, 1 + 3, 1 + 3 + 9],
  ['pages: of connections', '{ animals(first: 6) { nodes { name } } }', {}, 2, 1 + 1 + 6],
  ['… by their edges, too', '{ animals(first: 6) { edges { node { name } } } }', {}, 2 + 6, 1 + 1 + 6 + 6],
  ['… as long as they are by default', '{ animals { nodes { name } } }', {}, 2, 1 + 1 + 20],
  ['lists of ids are as long as these', 'query ($i: [ID!]!) { listed(ids: $i) { name } }', { i: ['a', 'b'] }, 1, 1 + 2],
  ['each input object', '{ best(filter: { and: [{ name: "a" }, { name: "b" }] }) { name } }', {}, 1 + 3, 2],
  ['… of variables, too', 'query ($f: Filter) { best(filter: $f) { name } }', { f: { and: [{}, {}, {}] } }, 1 + 4, 2],
  ['mutations', 'mutation { rename { name } }', {}, 10, 2],
  ['aliases count each', '{ a: best { name } b: best { name } }', {}, 2, 3],
  [
    'what is merged counts once',
    '{ best { name } best { age } ...F } fragment F on Query { best { age } }',
    {},
    1 + 2,
    2,
  ],
  ['@skip', '{ best @skip(if: true) { name } three @include(if: false) { name } }', {}, 0, 1],
  [
    '@include by variable',
    'query ($v: Boolean!) { best { name friends @include(if: $v) { name } } }',
    { v: false },
    1,
    2,
  ],
  ['… that is true', 'query ($v: Boolean!) { best { name friends @include(if: $v) { name } } }', { v: true }, 2, 5],
  [
    'what is included in one place and not in another',
    'query ($v: Boolean!) { best @include(if: $v) { friends { name } } best { name } }',
    { v: false },
    1,
    2,
  ],
  [
    'of several types the dearest',
    '{ listed(ids: ["a"]) { ... on Dog { master { name } } ... on Cat { kittens(first: 5) { nodes { name } } } } }',
    {},
    1 + 2,
    1 + 1 + 1 + 5,
  ],
  ['introspection, whatever of it', '{ __schema { types { name } } __type(name: "Cat") { name } }', {}, 200, 1],
])('%s', (_what, source, variables, fields, types) => {
  expect(admit(source, variables).costs).toEqual({ fields, types });
});

test('the largest parts are named, each by itself', () => {
  const { plan } = admit('query ($n: Int) { u: users(max: $n) { friends(max: 10) { name } } three { name } }', {
    n: 1,
  });
  expect(contributors(plan, { n: 50 }, 2)).toEqual([
    { path: 'u.friends', cost: 50 + 500 },
    { path: 'u', cost: 1 + 50 },
  ]);
});

test('a document is looked at once', () => {
  const document = parse('query ($n: Int) { users(max: $n) { name } }');
  const operation = document.definitions[0] as OperationDefinitionNode;
  const plans = [1, 2, 3].map((n) => admission.admit({ document, operation, variables: { n }, caller })!.plan);
  expect(new Set(plans).size).toBe(1);
});
