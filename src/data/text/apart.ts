import type { Child, Children } from '../children';
import type { Queryable, Row } from '../database';
import { KeyPlan } from '../key-plan';
import type { JsonBytes } from './json-bytes';

/** What was read apart for one key. Many rows may have it: it is written once. */
export class Apart<R = unknown> {
  // Where it stands in the answer, once it does.
  private from = -1;
  private to = -1;

  constructor(private readonly read: R) {}

  /** @param write always the same one @param out likewise */
  write(write: (read: R, out: JsonBytes) => void, out: JsonBytes): void {
    if (this.to >= 0) return out.again(this.from, this.to);
    this.from = out.length;
    write(this.read, out);
    this.to = out.length;
  }
}

/** Where the objects stand in rows: their first column, and the first of those that are read together with them. */
interface Place {
  from: number;
  childrenAt: number;
}

/** Reads what is to be read apart for rows, and for what was read together with them; it is put behind the columns of each row. */
export async function readApart(
  children: Children | undefined,
  rows: readonly Row[],
  { from, childrenAt }: Place,
  database: Queryable,
): Promise<void> {
  if (!children?.haveApart || rows.length === 0) return;
  const below = children.together.flatMap(({ plan }, i) => {
    if (!plan.children) return [];
    const brought = rows.flatMap((row) => broughtBy(plan, row[childrenAt + i]));
    return [readApart(plan.children, brought, placeIn(plan, 0), database)];
  });
  const reading = Promise.all(children.apart.map((child) => readChild(child, rows, from, database)));
  const [apart] = await Promise.all([reading, ...below]);
  for (const row of rows as unknown[][])
    children.apart.forEach(({ keyAt }, i) => row.push(apart[i]!.get(row[from + keyAt])));
}

/** The rows in the column of a row that was read together with it. */
const broughtBy = (plan: Child['plan'], column: unknown): Row[] =>
  plan instanceof KeyPlan ? (column === null ? [] : [column as Row]) : ((column ?? []) as Row[]);

/** Where a plan's objects stand in its rows, whose columns begin at `first`. */
const placeIn = (plan: Child['plan'], first: number): Place =>
  plan instanceof KeyPlan
    ? { from: first, childrenAt: first + plan.columns.length }
    : { from: first + plan.selection.nodeFrom, childrenAt: first + plan.selection.width };

/** What a child brings for each key that the rows have: the first column of its own rows is the key. */
async function readChild(
  { plan, keyAt }: Child,
  rows: readonly Row[],
  from: number,
  database: Queryable,
): Promise<Map<unknown, Apart>> {
  const keys = [...new Set(rows.map((row) => row[from + keyAt] as number | null))].filter((key) => key !== null);
  if (keys.length === 0) return new Map();
  const read = await database.rows(
    plan instanceof KeyPlan ? plan.statement(keys, plan.children !== undefined) : plan.pages(keys, true),
  );
  await readApart(plan.children, read, placeIn(plan, 1), database);
  if (plan instanceof KeyPlan) return new Map(read.map((row) => [row[0], new Apart(row)]));
  const byParent = new Map<unknown, Row[]>(keys.map((key) => [key, []]));
  for (const row of read) byParent.get(row[0])?.push(row);
  return new Map([...byParent].map(([key, own]) => [key, new Apart(own)]));
}
