type Given = Readonly<Record<string, unknown>>;

// What a row has one of, compared to the letter: two different ones exclude each other.
const SINGLE = ['id', 'sector', 'region', 'status'];

/**
 * Whether no row could ever fit a filter, whatever the data: it has an empty list of alternatives, `not` of nothing, or asks for two
 * values of something that a row has one of. A list shows such a filter by being empty; a subscription would wait for nothing.
 * @param known what else holds for the rows, as filters. Default: nothing
 */
export function neverMatches(filter: object, known: readonly object[] = []): boolean {
  const { and, or, not, ...own } = given(filter);
  const together = [...known.map(given), ...conjuncts(filter)];
  const isEmpty = (value: unknown): boolean =>
    isObject(value) && (isEmptyList(given(value)['in']) || neverMatches(value));
  return (
    Object.values(own).some(isEmpty) ||
    partsOf(and).some((part) => neverMatches(part, known)) ||
    (Array.isArray(or) && partsOf(or).every((part) => neverMatches(part, together))) ||
    (isObject(not) && alwaysMatches(not)) ||
    SINGLE.some((name) => excludeOneAnother(together.flatMap((part) => alternatives(part[name]))))
  );
}

function alwaysMatches(filter: object): boolean {
  return Object.entries(given(filter)).every(([name, value]) => {
    if (name === 'and') return partsOf(value).every(alwaysMatches);
    if (name === 'or') return partsOf(value).some(alwaysMatches);
    return name === 'not' && neverMatches(value as object);
  });
}

/** What must hold together. */
const conjuncts = (filter: object): Given[] => [given(filter), ...partsOf(given(filter)['and']).flatMap(conjuncts)];

/** The lists of values of which each must hold the row's one. */
function alternatives(condition: unknown): unknown[][] {
  if (condition === undefined) return [];
  if (!isObject(condition)) return [[condition]];
  const { eq, in: list } = given(condition);
  return [...(eq === undefined ? [] : [[eq]]), ...(Array.isArray(list) ? [list] : [])];
}

function excludeOneAnother([first, ...others]: unknown[][]): boolean {
  return first !== undefined && !first.some((value) => others.every((other) => other.includes(value)));
}

/** What a filter asks: null asks nothing. */
const given = (filter: object): Given =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value != null));

const partsOf = (value: unknown): object[] => (Array.isArray(value) ? value.filter(isObject) : []);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
