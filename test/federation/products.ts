import { isDeepStrictEqual } from 'node:util';
import {
  buildSchema,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type StringValueNode,
} from 'graphql';
import { asSubgraph, type FindEntity } from '../../src/schema/entities';

// The products of Apollo's compatibility tests, as their products.graphql has them: https://github.com/apollographql/apollo-federation-subgraph-compatibility
const SDL = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective", "@external", "@key", "@inaccessible",
      "@interfaceObject", "@override", "@provides", "@requires", "@shareable", "@tag"])
    @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
    @composeDirective(name: "@custom")

  directive @custom on OBJECT

  type Product @custom @key(fields: "id") @key(fields: "sku package") @key(fields: "sku variation { id }") {
    id: ID!
    sku: String
    package: String
    variation: ProductVariation
    dimensions: ProductDimension
    createdBy: User @provides(fields: "totalProductsCreated")
    notes: String @tag(name: "internal")
    research: [ProductResearch!]!
  }

  type DeprecatedProduct @key(fields: "sku package") {
    sku: String!
    package: String!
    reason: String
    createdBy: User
  }

  type ProductVariation { id: ID! }

  type ProductResearch @key(fields: "study { caseNumber }") { study: CaseStudy! outcome: String }

  type CaseStudy { caseNumber: ID! description: String }

  type ProductDimension { size: String weight: Float unit: String @inaccessible }

  type Query {
    product(id: ID!): Product
    deprecatedProduct(sku: String!, package: String!): DeprecatedProduct @deprecated(reason: "Use product query instead")
  }

  type User @key(fields: "email") {
    averageProductsCreatedPerYear: Int @requires(fields: "totalProductsCreated yearsOfEmployment")
    email: ID!
    name: String @override(from: "users")
    totalProductsCreated: Int @external
    yearsOfEmployment: Int! @external
  }

  type Inventory @interfaceObject @key(fields: "id") { id: ID! deprecatedProducts: [DeprecatedProduct!]! }
`;

type Fields = Record<string, unknown>;

const office = { email: 'support@apollographql.com', name: 'Jane Smith' };
// What @provides promises: our own count, which is another one than that of the users' subgraph.
const user = { ...office, totalProductsCreated: 1337 };
const deprecated = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: user,
};
const dimensions = { size: 'small', weight: 1, unit: 'kg' };
const study = (caseNumber: string, description: string) => ({ study: { caseNumber, description }, outcome: null });

const records: Record<string, Fields[]> = {
  Product: [
    {
      id: 'apollo-federation',
      sku: 'federation',
      package: '@apollo/federation',
      variation: { id: 'OSS' },
      dimensions,
      createdBy: user,
      research: [study('1234', 'Federation Study')],
    },
    {
      id: 'apollo-studio',
      sku: 'studio',
      package: '',
      variation: { id: 'platform' },
      dimensions,
      createdBy: user,
      research: [study('1235', 'Studio Study')],
    },
  ],
  DeprecatedProduct: [deprecated],
  ProductResearch: [study('1234', 'Federation Study'), study('1235', 'Studio Study')],
  User: [office],
  Inventory: [{ id: 'apollo-oss', deprecatedProducts: [deprecated] }],
};

/** Whether a record has all that is asked for, which may be within what it has. */
const fits = (record: Fields, asked: Fields): boolean =>
  Object.entries(asked).every(([name, value]) =>
    value !== null && typeof value === 'object'
      ? fits((record[name] ?? {}) as Fields, value as Fields)
      : isDeepStrictEqual(record[name], value),
  );

const keyOf: Record<string, (representation: Fields) => Fields> = {
  // Beside the key comes what fields with @requires are made of.
  User: ({ email }) => ({ email }),
};

const find: FindEntity = ({ name }, { __typename, ...asked }) => {
  const key = keyOf[name]?.(asked) ?? asked;
  const found = records[name]?.find((record) => fits(record, key));
  return found ? Object.assign(instance(name), asked, found) : null;
};

/** An object whose class is called like its type. */
const instance = (name: string): object =>
  new {
    [name]: class {
      [field: string]: unknown;
    },
  }[name]!();

/** The subgraph that Apollo's tests ask, made with what makes ours. */
export function productsSubgraph(): { schema: GraphQLSchema; served: GraphQLSchema } {
  const schema = buildSchema(SDL, { assumeValidSDL: true });
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const isKey = ({ name }: ConstDirectiveNode) => name.value === 'key';
    const { astNode } = type;
    const keys = astNode?.directives?.filter(isKey).map((key) => (key.arguments![0]!.value as StringValueNode).value);
    if (!astNode || !keys?.length) continue;
    type.extensions = { keys };
    type.astNode = { ...astNode, directives: astNode.directives!.filter((directive) => !isKey(directive)) };
  }
  const query = schema.getQueryType()!.getFields();
  query['product']!.resolve = (_root, asked: Fields) => records['Product']!.find((record) => fits(record, asked));
  query['deprecatedProduct']!.resolve = (_root, asked: Fields) => (fits(deprecated, asked) ? deprecated : null);
  const { averageProductsCreatedPerYear } = (schema.getType('User') as GraphQLObjectType).getFields();
  averageProductsCreatedPerYear!.resolve = (given: Fields) =>
    Math.round(Number(given['totalProductsCreated']) / Number(given['yearsOfEmployment']));
  return { schema, served: asSubgraph(schema, find) };
}
