import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
} from 'graphql';

/** What collecting fields needs of a resolver's info. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** The fields that are selected on an object of this type below the given fields: fragments opened, @skip and @include obeyed. */
export function subfields(
  info: SelectionInfo,
  type: GraphQLObjectType,
  parents: readonly Pick<FieldNode, 'selectionSet'>[],
): FieldNode[] {
  const found: FieldNode[] = [];
  const visit = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (!isIncluded(info, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        found.push(selection);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
      if (fragment && applies(info, fragment.typeCondition?.name.value, type)) visit(fragment.selectionSet.selections);
    }
  };
  for (const parent of parents) if (parent.selectionSet) visit(parent.selectionSet.selections);
  return found;
}

/** The same, those with the same response key together, as execution collects them. */
export function groupedSubfields(
  info: SelectionInfo,
  type: GraphQLObjectType,
  parents: readonly Pick<FieldNode, 'selectionSet'>[],
): FieldNode[][] {
  const groups = new Map<string, FieldNode[]>();
  for (const field of subfields(info, type, parents)) {
    const key = field.alias?.value ?? field.name.value;
    const group = groups.get(key);
    if (!group) groups.set(key, [field]);
    else if (!group.includes(field)) group.push(field);
  }
  return [...groups.values()];
}

/** The fields below a path of field names: `['edges', 'node']` of a connection gives the fields of its nodes. */
export function fieldsAt(
  info: SelectionInfo,
  type: GraphQLObjectType,
  parents: readonly FieldNode[],
  path: readonly string[],
): FieldNode[] {
  const fields = subfields(info, type, parents);
  const [name, ...rest] = path;
  if (name === undefined) return fields;
  const named = fields.filter((field) => field.name.value === name);
  const fieldType = getNamedType(type.getFields()[name]?.type);
  return isObjectType(fieldType) ? fieldsAt(info, fieldType, named, rest) : [];
}

/** The arguments of a selected field, with defaults and variables filled in. */
export function argumentsOf(info: SelectionInfo, type: GraphQLObjectType, field: FieldNode): Record<string, unknown> {
  const definition = type.getFields()[field.name.value];
  return definition ? getArgumentValues(definition, field, info.variableValues) : {};
}

function isIncluded(info: SelectionInfo, selection: SelectionNode): boolean {
  if (!selection.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

function applies(info: SelectionInfo, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditionType = info.schema.getType(condition);
  return isAbstractType(conditionType) && info.schema.isSubType(conditionType, type);
}
