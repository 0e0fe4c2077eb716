import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildSchema, lexicographicSortSchema, parse, print, printSchema, visit, type GraphQLSchema } from 'graphql';
import { compose, subgraphsOf, type Subgraph } from '../../src/schema/compose';
import { GROUPINGS } from '../../src/schema/groupings';
import { mergedSchema } from '../../src/schema/merged';
import { printMergedSchema } from '../../src/schema/print';

/** Sorted SDL without what composition does not keep: where scalars are specified. */
function canonical(schema: GraphQLSchema): string {
  const document = parse(printSchema(lexicographicSortSchema(schema)));
  return print(visit(document, { Directive: ({ name }) => (name.value === 'specifiedBy' ? null : undefined) }));
}

const merged = canonical(buildSchema(printMergedSchema()));
const apiOf = (supergraph: string) => canonical(Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema());

function composeWithApollo(subgraphs: readonly Subgraph[]): string {
  const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  expect(result.errors).toBeUndefined();
  return result.supergraphSdl!;
}

describe.each(Object.entries(GROUPINGS))('%s', (_name, groups) => {
  const subgraphs = subgraphsOf(mergedSchema(), groups, (name) => `http://127.0.0.1/${name}`);

  test('The Guild’s composer gives the API of the merged schema', () => {
    const { sdl, api } = compose(subgraphs);
    expect(canonical(buildSchema(api))).toBe(merged);
    expect(apiOf(sdl)).toBe(merged);
  });

  test('Apollo’s composer gives the API of the merged schema', () => {
    expect(apiOf(composeWithApollo(subgraphs))).toBe(merged);
  });
});
