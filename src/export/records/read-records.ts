import { execute, type DocumentNode, type GraphQLSchema } from 'graphql';
import sql, { raw } from 'sql-template-tag';
import { scopeOf } from '../../access/viewer';
import { allOf, TRUE } from '../../data/filter';
import { toGlobalId } from '../../graphql/global-id';
import { MAX_PAGE_SIZE } from '../../graphql/pages';
import { createContext, type Caller, type Services } from '../../subgraphs/context';
import { nodeReads } from '../../subgraphs/platform';
import type { ListCell, Row, Table } from '../table';
import { RecordDocument, type Answer } from './record-document';
import { conditionsOf, type RecordTable } from './record-tables';

export interface RecordsOptions {
  schema: GraphQLSchema;
  services: Services;
  /** With whose eyes, and in which languages. */
  caller: Caller;
  /** Of the table's filter type, and checked. */
  filter?: object;
}

interface Connection {
  nodes: Answer[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/**
 * The records of a table, in the order in which they came to be. The API is asked for them, a page of ids at a time, as any client
 * would: what the caller may not see, it does not give. A record that is there from the first page to the last is there once; what
 * comes or changes meanwhile may or may not be.
 */
export function recordTable(table: RecordTable, options: RecordsOptions): Table<ListCell> {
  const document = new RecordDocument(options.schema, table);
  return { columns: document.columns, batches: () => rows(table, document, options) };
}

/** How many records of a table there are for a caller at this moment. */
export async function countRecords(
  table: RecordTable,
  { services, caller, filter }: Omit<RecordsOptions, 'schema'>,
): Promise<number> {
  const reads = nodeReads.get(table.type)!;
  const conditions = conditionsOf(table, 't', filter, scopeOf(caller.viewer));
  const [row] = await services.database.rows(
    sql`SELECT count(*)::integer FROM ${raw(reads.table)} t WHERE ${allOf([TRUE, ...conditions])}`,
    caller.signal,
  );
  return row![0] as number;
}

async function* rows(
  table: RecordTable,
  document: RecordDocument,
  options: RecordsOptions,
): AsyncGenerator<Row<ListCell>[]> {
  for await (const ids of pagesOfIds(table, options)) {
    const { nodes } = (await ask(document.document, { ids }, options)) as { nodes: (Answer | null)[] };
    const page: Row<ListCell>[] = [];
    for (const [i, record] of nodes.entries())
      if (record) page.push(document.row(record, await wholeConnections(record, ids[i]!, document, options)));
    yield page;
  }
}

async function* pagesOfIds(table: RecordTable, { services, caller, filter }: RecordsOptions): AsyncGenerator<string[]> {
  const reads = nodeReads.get(table.type)!;
  const conditions = conditionsOf(table, 't', filter, scopeOf(caller.viewer));
  let last = 0;
  for (;;) {
    const found = await services.database.rows(
      sql`SELECT t.id, t.slug FROM ${raw(reads.table)} t WHERE ${allOf([sql`t.id > ${last}`, ...conditions])}
        ORDER BY t.id LIMIT ${MAX_PAGE_SIZE}`,
    );
    if (found.length > 0) yield found.map(([, slug]) => toGlobalId(table.type, slug as string));
    if (found.length < MAX_PAGE_SIZE) return;
    last = found.at(-1)![0] as number;
  }
}

/** The nodes of those connections of a record that have more than one page. */
async function wholeConnections(
  record: Answer,
  id: string,
  { connections }: RecordDocument,
  options: RecordsOptions,
): Promise<ReadonlyMap<string, readonly Answer[]>> {
  const whole = new Map<string, readonly Answer[]>();
  for (const [field, document] of connections) {
    const first = record[field] as Connection | null;
    if (!first?.pageInfo.hasNextPage) continue;
    let { nodes, pageInfo } = first;
    const all = [...nodes];
    while (pageInfo.hasNextPage) {
      const { node } = (await ask(document, { id, after: pageInfo.endCursor }, options)) as { node: Answer | null };
      if (!node) break; // It may be seen no longer.
      ({ nodes, pageInfo } = node[field] as Connection);
      all.push(...nodes);
    }
    whole.set(field, all);
  }
  return whole;
}

async function ask(
  document: DocumentNode,
  variableValues: Record<string, unknown>,
  { schema, services, caller }: RecordsOptions,
): Promise<unknown> {
  const contextValue = createContext(services, caller);
  const { data, errors } = await execute({ schema, document, variableValues, contextValue });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return data;
}
