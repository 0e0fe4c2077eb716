import type { Kind } from 'graphql';
import {
  isObjectType,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { costDirectives } from './costs';
import { keysOf, rootTypes } from './ownership';
import type { SliceOwnership } from './slice';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@cost", "@listSize"])';

/**
 * A schema, whole or a slice, as a subgraph of Apollo Federation 2 describes itself: sorted, entities with their keys, values
 * shareable, because every slice that uses one has all of it, fields with what they cost. Other directives, such as @tag, are as its
 * types and fields have them.
 */
export function subgraphSdl(schema: GraphQLSchema): string {
  const roots = new Set(rootTypes(schema).map(({ name }) => name));
  const linked = schema.extensionASTNodes.flatMap(({ directives = [] }) => directives.map(print));
  const document = visit(parse(printSchema(lexicographicSortSchema(schema))), {
    ObjectTypeDefinition: (node) => {
      const type = schema.getType(node.name.value);
      if (!isObjectType(type)) return undefined;
      const own = roots.has(type.name) ? [] : directivesOf(type);
      const fields = node.fields?.map((printed) => {
        const field = type.getFields()[printed.name.value]!;
        // A schema that links by itself has not imported ours.
        const costs = linked.length > 0 ? [] : directives(costDirectives(schema, type, field));
        return { ...printed, directives: [...(printed.directives ?? []), ...costs, ...declared(field.astNode)] };
      });
      return { ...node, directives: [...own, ...declared(type.astNode)], fields };
    },
  });
  const link = linked.length > 0 ? `extend schema ${linked.join(' ')}` : LINK;
  return `${link}\n\n${print(document)}\n`;
}

function directivesOf(type: GraphQLObjectType): ConstDirectiveNode[] {
  const keys = keysOf(type);
  if (keys.length === 0) return directives('@shareable');
  const { isReference } = type.extensions as SliceOwnership;
  return keys.flatMap((key) => directives(`@key(fields: "${key}"${isReference ? ', resolvable: false' : ''})`));
}

/** The directives of a definition, without those that GraphQL prints by itself. */
const declared = (node: ObjectTypeDefinitionNode | FieldDefinitionNode | null | undefined): ConstDirectiveNode[] =>
  (node?.directives ?? []).filter(({ name }) => name.value !== 'deprecated');

function directives(source: string): ConstDirectiveNode[] {
  const [definition] = parse(`type T ${source}`, { noLocation: true }).definitions;
  return [...(definition as ObjectTypeDefinitionNode & { kind: Kind.OBJECT_TYPE_DEFINITION }).directives!];
}
