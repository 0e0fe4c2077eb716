import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { CostExtensions } from '../../graphql/cost';
import { listSizeOf, weightOf, weightOfType } from '../../schema/costs';
import { amount, argumentsWeight, sizeOf, type Amount } from './amounts';
import { Collector, type Condition, type ConditionalSet, type Occurrence } from './collect';
import type { CostNode } from './cost';
import { refuseShape, type ShapeLimits } from './shape';

/** What the schema's description of itself costs: it is large, and the same always. */
const INTROSPECTION_COST = 100;

/** How many selections are looked at, with fragments opened wherever they are spread. No client of ours comes near. */
const MAX_SELECTIONS = 20_000;

/** How many times one field may be selected at one place: fragments that are put together ask for the same again and again. */
const MAX_REPEATS = 100;

/**
 * What an operation costs, as a tree of its fields in which only variables are left open: static query analysis of IBM's GraphQL Cost
 * Directives. Made once for a document.
 * @throws GraphQLError DOCUMENT_TOO_COMPLEX for one that goes beyond the limits
 */
export function planCost(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  operation: OperationDefinitionNode,
  limits: ShapeLimits,
): CostNode {
  const root = schema.getRootType(operation.operation)!;
  const planner = new Planner(schema, fragments, limits);
  const children = planner.fields(root, [{ selectionSet: operation.selectionSet, conditions: [] }], '', 1);
  refuseShape('rootFields', limits.rootFields, children.length);
  return {
    key: '',
    path: '',
    weight: 0,
    typeWeight: weightOfType(schema, root),
    size: 1,
    included: [[]],
    alternatives: [children],
  };
}

type Sizes = ReadonlyMap<string, Amount>;

const NO_SIZES: Sizes = new Map();

class Planner {
  private readonly collector: Collector;

  constructor(
    private readonly schema: GraphQLSchema,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly limits: ShapeLimits,
  ) {
    this.collector = new Collector(schema, fragments, (count) => refuseShape('selections', MAX_SELECTIONS, count));
  }

  /** @param sizes how long the lists of some fields are, which the field above says */
  fields(
    type: GraphQLObjectType,
    sets: readonly ConditionalSet[],
    path: string,
    depth: number,
    sizes: Sizes = NO_SIZES,
  ): CostNode[] {
    const nodes: CostNode[] = [];
    for (const [key, occurrences] of this.collector.fieldsOf(type, sets)) {
      refuseShape('depth', this.limits.depth, depth);
      refuseShape('repeats', MAX_REPEATS, occurrences.length);
      const node = this.field(type, key, occurrences, path === '' ? key : `${path}.${key}`, depth, sizes);
      if (node) nodes.push(node);
    }
    return nodes;
  }

  private field(
    parent: GraphQLObjectType,
    key: string,
    occurrences: readonly Occurrence[],
    path: string,
    depth: number,
    sizes: Sizes,
  ): CostNode | undefined {
    const { node } = occurrences[0]!;
    const name = node.name.value;
    const included = occurrences.map(({ conditions }) => conditions);
    const own = { key, path, included: included.some(isAlways) ? ALWAYS : included };
    if (name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name)
      return { ...own, weight: INTROSPECTION_COST, typeWeight: 0, size: 1, alternatives: [] };
    const field = parent.getFields()[name];
    if (!field) return undefined; // __typename
    const type = getNamedType(field.type);
    const weight = plus(weightOf(this.schema, parent, field), argumentsWeight(field, node));
    const typeWeight = weightOfType(this.schema, type);
    const listSize = listSizeOf(field);
    const size = sizes.get(name) ?? (listSize && !listSize.sizedFields ? sizeOf(field, node, listSize) : 1);
    const below = isCompositeType(type) ? this.alternatives(type, field, occurrences, path, depth) : [];
    return {
      ...own,
      weight,
      typeWeight,
      size: isListType(getNullableType(field.type)) ? size : 1,
      alternatives: below,
    };
  }

  /** The fields below, for each type that the object may be of. */
  private alternatives(
    type: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    occurrences: readonly Occurrence[],
    path: string,
    depth: number,
  ): CostNode[][] {
    const sets = occurrences.map(({ node, conditions }) => ({ selectionSet: node.selectionSet!, conditions }));
    const types = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    const sizes = sizesBelow(field, occurrences[0]!.node);
    return types.map((each) => this.fields(each, sets, path, depth + 1, sizes)).filter((nodes) => nodes.length > 0);
  }
}

function sizesBelow(field: GraphQLField<unknown, unknown>, node: FieldNode): Sizes {
  const listSize = listSizeOf(field);
  if (!listSize?.sizedFields) return NO_SIZES;
  const { otherSizes = [] } = field.extensions as CostExtensions;
  const sizes = new Map<string, Amount>();
  for (const each of [listSize, ...otherSizes]) {
    const size = sizeOf(field, node, each);
    for (const name of each.sizedFields ?? []) sizes.set(name, size);
  }
  return sizes;
}

const ALWAYS: readonly (readonly Condition[])[] = [[]];

const isAlways = (conditions: readonly Condition[]): boolean => conditions.length === 0;

const plus = (weight: number, more: Amount): Amount =>
  typeof more === 'number' ? Math.max(0, weight + more) : (variables) => Math.max(0, weight + amount(more, variables));
