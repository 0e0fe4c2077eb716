import { isObjectType, type GraphQLEnumType } from 'graphql';
import { mergedSchema } from '../../src/schema/merged';

// A figure that is cited must be known by its definition: each says how networkx calls it, or where it was published.
const schema = mergedSchema();
const SOURCE = /networkx: \w|\([A-Z][^()]* (19|20)\d\d[^()]*\)/;

const descriptions = (typeName: string, ...names: string[]): [string, string][] => {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`Expected an object type, but got ${typeName}.`);
  return names.map((name) => [`${typeName}.${name}`, type.getFields()[name]!.description!]);
};

const values = (typeName: string): [string, string][] =>
  (schema.getType(typeName) as GraphQLEnumType)
    .getValues()
    .map(({ name, description }) => [`${typeName}.${name}`, description!]);

const metrics = Object.keys((schema.getType('CityGraphMetrics') as { getFields(): object }).getFields()).filter(
  (name) => !['version', 'betweennessExact', 'community'].includes(name),
);

test.each([
  ...descriptions('CityGraphMetrics', ...metrics),
  ...descriptions(
    'CollaborationGraph',
    ...[
      'isolateCount',
      'density',
      'averageDegree',
      'transitivity',
      'averageClustering',
      'componentCount',
      'assortativity',
    ],
    ...['communities', 'path', 'paths', 'neighbourhood', 'subgraph'],
  ),
  ...descriptions('Partition', 'modularity'),
  ...descriptions('GraphLink', 'bridge'),
  ...values('CentralityMetric'),
  ...values('PeerSuggestionMethod').filter(([name]) => !name.endsWith('SIMILAR_CITY')),
])('%s has its source', (_name, description) => expect(description).toMatch(SOURCE));

test.each([
  ...descriptions('CollaborationGraph', 'transitivity', 'averageClustering'),
  ...descriptions('CityGraphMetrics', 'clustering'),
])('%s says that groups inflate it', (_name, description) => expect(description).toMatch(/clique.* inflated/));

test.each([...descriptions('CityGraphMetrics', 'degree', 'coreNumber'), ...values('CentralityMetric')])(
  '%s says whether it is normalised',
  (_name, description) =>
    expect(description).toMatch(/[Nn]ormalised|over all|\/ \(n − 1\)|length 1|sum over all cities is 1/),
);
