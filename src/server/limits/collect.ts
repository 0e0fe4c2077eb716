import {
  isAbstractType,
  Kind,
  valueFromAST,
  GraphQLBoolean,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What must hold of a variable for a selection to be executed. */
export interface Condition {
  variable: string;
  is: boolean;
}

/** One selection of a field, and what must hold for it. */
export interface Occurrence {
  node: FieldNode;
  conditions: readonly Condition[];
}

/** A selection set that is executed where its conditions hold. */
export interface ConditionalSet {
  selectionSet: SelectionSetNode;
  conditions: readonly Condition[];
}

/** Collects what documents select, without their variables. It counts, so that a short document cannot make it run for long. */
export class Collector {
  /** How many selections have been looked at. */
  count = 0;

  /** @param onSelection called with the number of selections so far, before each; it may throw */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly onSelection: (count: number) => void,
  ) {}

  /** The fields that are selected of an object of this type, by their response keys, as execution collects them. */
  fieldsOf(type: GraphQLObjectType, sets: readonly ConditionalSet[]): Map<string, Occurrence[]> {
    const found = new Map<string, Occurrence[]>();
    const opened = new Set<string>();
    for (const { selectionSet, conditions } of sets) this.collect(type, selectionSet, conditions, opened, found);
    return found;
  }

  private collect(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    outer: readonly Condition[],
    opened: Set<string>,
    found: Map<string, Occurrence[]>,
  ): void {
    for (const selection of selections) {
      this.onSelection(++this.count);
      const own = conditionsOf(selection);
      if (!own) continue;
      const conditions = own.length === 0 ? outer : [...outer, ...own];
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const occurrences = found.get(key);
        if (occurrences) occurrences.push({ node: selection, conditions });
        else found.set(key, [{ node: selection, conditions }]);
        continue;
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      if (isSpread && opened.has(selection.name.value)) continue;
      const fragment = isSpread ? this.fragments.get(selection.name.value) : selection;
      if (!fragment || !this.applies(fragment.typeCondition?.name.value, type)) continue;
      // One that is opened for certain has nothing more to add.
      if (isSpread && conditions.length === 0) opened.add(selection.name.value);
      this.collect(type, fragment.selectionSet, conditions, opened, found);
    }
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditionType = this.schema.getType(condition);
    return isAbstractType(conditionType) && this.schema.isSubType(conditionType, type);
  }
}

/** What @skip and @include ask of variables; undefined where the selection is left out whatever they are. */
function conditionsOf({ directives = [] }: SelectionNode): Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const { name, arguments: args } of directives) {
    const value = args?.find((argument) => argument.name.value === 'if')?.value;
    if (!value || (name.value !== 'skip' && name.value !== 'include')) continue;
    const is = name.value === 'include';
    if (value.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, is });
    else if (valueFromAST(value, GraphQLBoolean) !== is) return undefined;
  }
  return conditions;
}
