import { stagingTable } from '../../package/resource';
import type { CopyRow } from '../copy';
import { DRAFTS } from '../city-drafts';
import type { StagedResource, Staging } from '../staging';
import type { GraphItem } from './graph-items';

/** The table of the edges, and its columns. */
export const EDGES = 'graph_edge';
export const edgeColumns = ['line', 'source', 'target'];

export async function* edgeRows(items: AsyncIterable<GraphItem>): AsyncGenerator<CopyRow> {
  let row = 0;
  for await (const item of items) if (item.kind === 'edge') yield [++row, item.source, item.target];
}

export async function createEdges({ client }: Staging): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE ${EDGES} (line integer, source text COLLATE "C", target text COLLATE "C") ON COMMIT DROP`,
  );
}

/** Finds edges that end at no node, or where they began. */
export async function checkEdges({ client }: Staging, areNodesComplete: boolean): Promise<void> {
  for (const end of areNodesComplete ? ['source', 'target'] : []) {
    await client.query(`
      INSERT INTO import_problem
      SELECT 'collaborations', e.line, '${end}', e.${end}, 'the id of a node', false
      FROM ${EDGES} e WHERE NOT EXISTS (SELECT FROM ${DRAFTS} d WHERE d.node = e.${end})`);
  }
  await client.query(`
    INSERT INTO import_problem
    SELECT 'collaborations', line, 'target', target, 'another node than the source', false
    FROM ${EDGES} WHERE source = target`);
}

/**
 * Stages edges as collaborations. An edge has no direction, and one between the same cities is the same. The id is made
 * of what makes it the same: kind, cities, source.
 */
export async function stageEdges(
  { client }: Staging,
  collaborations: StagedResource,
  participants: StagedResource,
  { kind, source }: { kind: string; source: string },
): Promise<void> {
  collaborations.present = ['id', 'kind', 'source'];
  participants.present = ['collaboration', 'city'];
  await client.query(`ANALYZE ${EDGES}`);
  await client.query(
    `CREATE TEMP TABLE graph_pair ON COMMIT DROP AS
     WITH pair AS (
       SELECT min(e.line) AS line, least(a.id, b.id) AS one, greatest(a.id, b.id) AS other
       FROM ${EDGES} e JOIN ${DRAFTS} a ON a.node = e.source JOIN ${DRAFTS} b ON b.node = e.target
       WHERE a.id <> b.id GROUP BY one, other)
     SELECT line, one, other, left(concat_ws('-', replace(lower($1), '_', '-'), one, other), 61)
       || '-' || left(md5(concat_ws(' ', $1, $2::text, one, other)), 8) AS id FROM pair`,
    [kind, source],
  );
  await client.query(
    `INSERT INTO ${stagingTable.cells('collaborations')} (line, id, kind, source)
     SELECT line, id, $1, $2 FROM graph_pair ORDER BY line`,
    [kind, source],
  );
  await client.query(`
    INSERT INTO ${stagingTable.cells('collaboration-participants')} (line, collaboration, city)
    SELECT line * 2 - 1, id, one FROM graph_pair UNION ALL SELECT line * 2, id, other FROM graph_pair ORDER BY 1`);
}
