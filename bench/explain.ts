import type pg from 'pg';

/** A statement as the server sent it. */
export interface Statement {
  text: string;
  values: readonly unknown[];
}

/**
 * How PostgreSQL plans a named statement: anew with the values of each execution (custom), which it does five times, or once for all
 * values (generic), to which it may turn then.
 */
export type PlanMode = 'custom' | 'generic';

/** A node of a plan, as EXPLAIN prints it. Times are in ms, for one of the node's loops. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  Plans?: PlanNode[];
}

export interface Explained {
  plan: PlanNode;
  /** In ms; undefined unless it was executed. */
  executionTime: number | undefined;
  planningTime: number;
}

/** The plan of a statement; with `analyze` it is executed too. */
export async function explain(
  client: pg.ClientBase,
  { text, values }: Statement,
  mode: PlanMode,
  analyze = false,
): Promise<Explained> {
  await client.query(`SET plan_cache_mode = force_${mode}_plan`);
  await client.query(`PREPARE explained AS ${text}`);
  try {
    const literals = values.map((value) => literal(client, value));
    const execute = `EXECUTE explained${literals.length === 0 ? '' : `(${literals.join(', ')})`}`;
    const { rows } = await client.query<{ 'QUERY PLAN': [Record<string, unknown>] }>(
      `EXPLAIN (FORMAT JSON, SUMMARY${analyze ? ', ANALYZE' : ''}) ${execute}`,
    );
    const [explained] = rows[0]!['QUERY PLAN'];
    return {
      plan: explained['Plan'] as PlanNode,
      planningTime: explained['Planning Time'] as number,
      executionTime: explained['Execution Time'] as number | undefined,
    };
  } finally {
    await client.query('DEALLOCATE explained; RESET plan_cache_mode');
  }
}

/** A value as pg sends it, as a literal. */
function literal(client: pg.ClientBase, value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return client.escapeLiteral(`{${value.map((item) => JSON.stringify(item)).join(',')}}`);
  if (value instanceof Date) return client.escapeLiteral(value.toISOString());
  return client.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A node and all below it. */
export const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Tables of which each row is read one after the other. */
export const scannedTables = (plan: PlanNode): string[] =>
  nodesOf(plan)
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name']!);
