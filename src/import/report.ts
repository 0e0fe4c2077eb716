import { stagingTable } from '../package/resource';
import { SHOWN, type Finding } from './findings';
import type { MergeCount } from './merge';
import type { StagedResource, Staging } from './staging';

/** What became of the rows of a resource. */
export interface ResourceCount extends MergeCount {
  resource: string;
  unchanged: number;
  /** Rows with a problem. Where there is one, no row of any resource is imported. */
  refused: number;
}

export interface ImportReport {
  counts: ResourceCount[];
  /** The first 50. */
  problems: Finding[];
  problemCount: number;
  /** The first 50. */
  warnings: Finding[];
  warningCount: number;
  /** Whether the database is now as the counts say: false where there are problems, and in a dry run. */
  changed: boolean;
}

interface Summary {
  resource: string;
  problems: number;
  refused: number;
  warnings: number;
}

/** Sums up an import: what was found wrong and, when it has been merged, what it did. */
export async function report(
  staging: Staging,
  merged: ReadonlyMap<string, MergeCount> = new Map(),
): Promise<Omit<ImportReport, 'changed'>> {
  const { rows } = await staging.client.query<Summary>(`
    SELECT resource, count(*) FILTER (WHERE NOT warning)::integer AS problems,
      count(DISTINCT line) FILTER (WHERE NOT warning)::integer AS refused,
      count(*) FILTER (WHERE warning)::integer AS warnings FROM import_problem GROUP BY resource`);
  const found = new Map(rows.map((row) => [row.resource, row]));
  const counts: ResourceCount[] = [];
  for (const staged of staging.staged) counts.push(await countOf(staging, staged, found, merged));
  const sum = (of: (summary: Summary) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    counts: counts.filter((count) => count.created + count.changed + count.unchanged + count.refused > 0),
    problems: await findings(staging, false),
    problemCount: sum((row) => row.problems) + staging.staged.reduce((total, { findings: f }) => total + f.count, 0),
    warnings: await findings(staging, true),
    warningCount: staging.warnings.length + sum((row) => row.warnings),
  };
}

async function countOf(
  { client }: Staging,
  { resource: { name }, findings: read }: StagedResource,
  found: ReadonlyMap<string, Summary>,
  merged: ReadonlyMap<string, MergeCount>,
): Promise<ResourceCount> {
  const refused = read.refusedRows + (found.get(name)?.refused ?? 0);
  const count = merged.get(name);
  if (!count) return { resource: name, created: 0, changed: 0, unchanged: 0, refused };
  const { rows } = await client.query<{ total: number }>(
    `SELECT count(*)::integer AS total FROM ${stagingTable.cells(name)}`,
  );
  return { resource: name, ...count, unchanged: rows[0]!.total - count.created - count.changed, refused };
}

/** The first findings, file by file and row by row. */
async function findings({ client, staged, warnings }: Staging, isWarning: boolean): Promise<Finding[]> {
  const shown: Finding[] = isWarning ? [...warnings] : [];
  for (const { resource, findings: read } of staged) {
    const { rows } = await client.query<{ row: number; column: string; value: string | null; expected: string }>(
      `SELECT line AS row, field AS column, value, expected FROM import_problem
       WHERE resource = $1 AND warning = $2 ORDER BY line, field LIMIT ${SHOWN}`,
      [resource.name, isWarning],
    );
    const ofFile = rows.map((row) => ({ file: read.file, ...row, value: row.value ?? undefined }));
    const ofReading = isWarning ? [] : read.shown;
    shown.push(...[...ofReading, ...ofFile].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
    if (shown.length >= SHOWN) break;
  }
  return shown.slice(0, SHOWN);
}
