import fs from 'node:fs';
import path from 'node:path';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { mapSchema, MapperKind } from '@graphql-tools/utils';
import {
  getNamedType,
  getOperationAST,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLUnionType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
  parse,
  type GraphQLNamedType,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { cacheHints, NEVER_KEPT } from '../../src/schema/cache-hints';
import { servedSchema } from '../../src/schema/served';
import { cachePolicyOf } from '../../src/server/response-cache/policy';
import { createContext, type Context } from '../../src/subgraphs/context';
import { useWorld } from '../support/world';

const world = useWorld();
const schema = servedSchema();

/** The same schema with the hints as Apollo's plugin reads them. */
const annotated = mapSchema(schema, {
  [MapperKind.OBJECT_TYPE]: (type) => new GraphQLObjectType({ ...type.toConfig(), ...hintOf(type) }),
  [MapperKind.INTERFACE_TYPE]: (type) => new GraphQLInterfaceType({ ...type.toConfig(), ...hintOf(type) }),
  [MapperKind.UNION_TYPE]: (type) => new GraphQLUnionType({ ...type.toConfig(), ...hintOf(type) }),
});

function hintOf({ name }: GraphQLNamedType): object {
  const { maxAge, scope, inherits } = cacheHints[name] ?? {};
  const given = [
    ...(maxAge === undefined ? [] : [`maxAge: ${maxAge}`]),
    ...(scope ? [`scope: ${scope}`] : []),
    ...(inherits ? ['inheritMaxAge: true'] : []),
  ];
  if (given.length === 0) return {};
  // Of the node, the plugin reads the directives alone.
  const [node] = parse(`type ${name} @cacheControl(${given.join(', ')})`).definitions;
  return { astNode: node as ObjectTypeDefinitionNode };
}

const peer = new ApolloServer<Context>({ schema: annotated, plugins: [ApolloServerPluginCacheControl()] });
beforeAll(() => peer.start());
afterAll(() => peer.stop());

/** The header that Apollo's plugin makes while the document is executed. */
async function headerOfPlugin(query: string, variables: Record<string, unknown>): Promise<string | undefined> {
  const answer = await peer.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body: { query, variables },
    },
    context: () => Promise.resolve(createContext(world.services, { viewer: null, locales: [] })),
  });
  return answer.headers.get('cache-control');
}

function ourHeader(query: string, variables: Record<string, unknown>): string {
  const document = parse(query);
  const policy = cachePolicyOf(schema, document, getOperationAST(document)!, variables);
  return policy ? `max-age=${policy.maxAge}, ${policy.scope.toLowerCase()}` : 'no-store';
}

const golden = path.join(__dirname, '../golden');
const documents = fs
  .readdirSync(golden)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => fs.readFileSync(path.join(golden, file), 'utf8'));

const CONDITIONS = `query ($all: Boolean! = false, $brief: Boolean!) {
  country(code: "DK") {
    name
    ...Cities @include(if: $all)
    ... on Country @skip(if: $brief) { few: cities(first: 1) { totalCount } }
  }
}
fragment Cities on Country { cities(first: 2) { nodes { name solutions(first: 1) { nodes { title } } } } }`;

const ID = Buffer.from('City:copenhagen').toString('base64');

test.each<[string, Record<string, unknown>?]>([
  ...documents.map((document): [string] => [document]),
  ['{ __typename }'],
  ['{ __schema { queryType { name } } country(code: "DK") { code } }'],
  ['{ country(code: "DK") { code name } }'],
  ['{ a: country(code: "DK") { code } b: city(slug: "copenhagen") { name } }'],
  ['{ city(slug: "copenhagen") { name } viewer { subject } }'],
  ['{ feedCursor country(code: "DK") { code } }'],
  ['{ _service { sdl } }'],
  ['{ solution(slug: "ciclovia-bogota") { revisions { revisedAt changes { field } } } }'],
  [`{ node(id: "${ID}") { id ... on City { name } ... on Node { __typename } } }`],
  [`{ _entities(representations: [{ __typename: "City", id: "${ID}" }]) { ... on City { name } } }`],
  ['{ search(text: "water") { nodes { __typename ... on City { name } ... on Solution { title } } } }'],
  [CONDITIONS, { brief: true }],
  [CONDITIONS, { brief: false }],
  [CONDITIONS, { brief: true, all: true }],
  ['{ country(code: "DK") { code } viewer @skip(if: true) { subject } }'],
])('%s', async (query, variables = {}) => {
  expect(ourHeader(query, variables)).toBe(await headerOfPlugin(query, variables));
});

test('no type that a query gives is without a decision', () => {
  const reached = new Set<string>();
  const reach = (type: GraphQLNamedType): void => {
    if (!isCompositeType(type) || isIntrospectionType(type) || reached.has(type.name)) return;
    reached.add(type.name);
    const objects = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
    for (const object of objects) {
      reach(object);
      for (const field of Object.values(object.getFields())) reach(getNamedType(field.type));
    }
  };
  reach(schema.getQueryType()!);
  reached.delete('Query');
  const decided = [...Object.keys(cacheHints), ...NEVER_KEPT];
  expect([...reached].filter((type) => !decided.includes(type))).toEqual([]);
  expect(decided.filter((type) => !reached.has(type))).toEqual([]);
});
