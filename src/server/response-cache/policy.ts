import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { cacheHints } from '../../schema/cache-hints';

/** For how long an answer may be kept, in seconds, and by whom. */
export interface CachePolicy {
  maxAge: number;
  scope: 'PUBLIC' | 'PRIVATE';
}

/** How a document's policy comes out, by the values of the variables that leave fields out. */
interface Folded {
  conditions: readonly string[];
  policies: Map<string, CachePolicy | null>;
}

// Documents are parsed once and kept by the server, so that the same nodes come again.
const folded = new WeakMap<OperationDefinitionNode, Folded>();

/** As many combinations of the variables of `@skip` and `@include` are kept for a document. */
const MAX_COMBINATIONS = 64;

/**
 * The policy of a query: the strictest hint of all that it selects, as Apollo's cache-control plugin folds them; but once for a document,
 * and not field by field of each answer.
 * @param variables as the client sent them, for `@skip` and `@include`
 * @returns null for what may not be kept
 */
export function cachePolicyOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): CachePolicy | null {
  let known = folded.get(operation);
  if (!known) folded.set(operation, (known = { conditions: conditionsOf(document), policies: new Map() }));
  const { conditions, policies } = known;
  const values = Object.fromEntries(conditions.map((name) => [name, valueOf(name, operation, variables)]));
  const key = conditions.map((name) => String(values[name])).join();
  let policy = policies.get(key);
  if (policy === undefined) {
    policy = fold(schema, document, operation, values);
    if (policies.size >= MAX_COMBINATIONS) policies.clear();
    policies.set(key, policy);
  }
  return policy;
}

/** The variables that directives of the document depend on. */
function conditionsOf(document: DocumentNode): string[] {
  const found = new Set<string>();
  visit(document, {
    Directive: (node) => visit(node, { Variable: ({ name }) => void found.add(name.value) }),
  });
  return [...found];
}

function valueOf(name: string, { variableDefinitions = [] }: OperationDefinitionNode, variables: object): unknown {
  if (Object.hasOwn(variables, name)) return (variables as Record<string, unknown>)[name];
  const value = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

function fold(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): CachePolicy | null {
  const folding = new Folding(schema, document, variables);
  folding.take(schema.getQueryType()!, operation.selectionSet, true);
  const { maxAge, scope } = folding;
  return maxAge === undefined || maxAge === 0 ? null : { maxAge, scope };
}

class Folding {
  maxAge: number | undefined;
  scope: CachePolicy['scope'] = 'PUBLIC';
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly taken = new Map<SelectionSetNode, Set<GraphQLObjectType>>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Record<string, unknown>,
  ) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** Takes in all that is selected of an object of this type. */
  take(type: GraphQLObjectType, selections: SelectionSetNode, isRoot = false): void {
    let types = this.taken.get(selections);
    if (!types) this.taken.set(selections, (types = new Set()));
    if (types.has(type)) return;
    types.add(type);
    for (const selection of selections.selections) {
      if (!this.isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) this.takeField(type, selection, isRoot);
      else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value)!;
        if (this.applies(fragment, type)) this.take(type, fragment.selectionSet, isRoot);
      }
    }
  }

  private takeField(parent: GraphQLObjectType, field: FieldNode, isRoot: boolean): void {
    const definition = parent.getFields()[field.name.value];
    if (!definition) return; // Introspection, of which there is nothing to say.
    const target = getNamedType(definition.type);
    const { maxAge, scope, inherits = false } = (isCompositeType(target) ? cacheHints[target.name] : undefined) ?? {};
    const isUnknown = isRoot || (isCompositeType(target) && !inherits);
    if (maxAge !== undefined || isUnknown) this.maxAge = Math.min(this.maxAge ?? Infinity, maxAge ?? 0);
    if (scope === 'PRIVATE') this.scope = scope;
    if (!field.selectionSet) return;
    const types = isAbstractType(target) ? this.schema.getPossibleTypes(target) : isObjectType(target) ? [target] : [];
    for (const type of types) this.take(type, field.selectionSet);
  }

  private isIncluded({ directives = [] }: SelectionNode): boolean {
    return directives.every(({ name, arguments: [condition] = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return true;
      const { value } = condition!;
      const isTrue = value.kind === Kind.VARIABLE ? this.variables[value.name.value] === true : isTrueLiteral(value);
      return isTrue === (name.value === 'include');
    });
  }

  private applies({ typeCondition }: Conditional, type: GraphQLObjectType): boolean {
    const condition = typeCondition && this.schema.getType(typeCondition.name.value);
    return !condition || condition === type || (isAbstractType(condition) && this.schema.isSubType(condition, type));
  }
}

type Conditional = Pick<InlineFragmentNode, 'typeCondition'>;

const isTrueLiteral = (value: ValueNode): boolean => value.kind === Kind.BOOLEAN && value.value;
