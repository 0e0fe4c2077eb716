/** A value of a statement, and the type that it is cast to. */
const PARAMETER = /\$(\d+)(?:::((?:double precision|[a-z]\w*)(?:\[\])?))?/g;

/** Values that one statement may have. PostgreSQL would take 65,535. */
const MAX_VALUES = 2000;

/**
 * The text that runs a SELECT with several sets of values, one after the other: it gives the rows of all, each with the number of its set,
 * from 0, behind its own columns. Undefined where that cannot be: without values, or with one whose type is not told by a cast.
 */
export function textForSets(text: string, sets: number): string | undefined {
  const types: string[] = [];
  let isTyped = text.startsWith('SELECT ');
  const body = text.replace(PARAMETER, (_parameter, number: string, type: string | undefined) => {
    if (type === undefined) isTyped = false;
    else types[Number(number) - 1] = type;
    return `asked.v${number}`;
  });
  const width = types.length;
  if (!isTyped || width === 0 || width * sets > MAX_VALUES) return undefined;
  const values = Array.from({ length: sets }, (_, set) => {
    const own = types.map((type, i) => `$${set * width + i + 1}::${type}, `);
    return `(${own.join('')}${set})`;
  });
  const names = types.map((_, i) => `v${i + 1}, `).join('');
  return `SELECT x.*, asked.set FROM (VALUES ${values.join(', ')}) AS asked(${names}set) CROSS JOIN LATERAL (${body}) x`;
}

/** The rows of each set, without its number. */
export function setsApart<R extends { pop(): unknown }>(rows: readonly R[], sets: number): R[][] {
  const apart = Array.from({ length: sets }, (): R[] => []);
  for (const row of rows) apart[row.pop() as number]!.push(row);
  return apart;
}
