import { Kind, visit, type FieldNode, type FragmentDefinitionNode, type GraphQLResolveInfo } from 'graphql';

/** What a field's selection needs is kept for this many combinations of variables, languages and viewers. */
const MAX_KEPT = 50;

/** What long variables are asked with hardly recurs, and is not kept. In characters. */
const MAX_KEY = 1000;

const kept = new WeakMap<FieldNode, Map<string, unknown>>();

/**
 * What is made of the selection of a field: once for all executions of a document in which it cannot come out differently. Documents
 * are parsed once and kept by the server, so that the same nodes come again.
 * @param key what it depends on beside the selection and the variables in it
 */
export function keptForSelection<V>(info: GraphQLResolveInfo, key: string, make: () => V): V {
  const [node, ...others] = info.fieldNodes as readonly [FieldNode, ...FieldNode[]];
  if (others.length > 0) return make();
  const values = variablesBelow(node, info.fragments).map((name) => info.variableValues[name]);
  const whole = values.length === 0 ? key : `${key} ${JSON.stringify(values)}`;
  if (whole.length > MAX_KEY) return make();
  let ofNode = kept.get(node);
  if (!ofNode) kept.set(node, (ofNode = new Map<string, unknown>()));
  const known = ofNode.get(whole);
  if (known !== undefined) return known as V;
  const made = make();
  if (ofNode.size >= MAX_KEPT) ofNode.clear();
  ofNode.set(whole, made);
  return made;
}

const variables = new WeakMap<FieldNode, readonly string[]>();

/** The variables that the selection of a field depends on: not those of its own arguments. */
function variablesBelow(
  field: FieldNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): readonly string[] {
  let names = variables.get(field);
  if (names) return names;
  const found = new Set<string>();
  const visited = new Set<string>();
  const collect = (node: FieldNode['selectionSet'] | FragmentDefinitionNode): void => {
    if (!node) return;
    visit(node, {
      [Kind.VARIABLE]: ({ name }) => void found.add(name.value),
      [Kind.FRAGMENT_SPREAD]: ({ name }) => {
        if (visited.has(name.value)) return;
        visited.add(name.value);
        collect(fragments[name.value]);
      },
    });
  };
  collect(field.selectionSet);
  variables.set(field, (names = [...found].sort()));
  return names;
}
