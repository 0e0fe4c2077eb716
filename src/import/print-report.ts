import { describeFinding, type Finding } from './findings';
import type { ImportReport } from './report';

/** What an import tells at its end. */
export interface PrintedReport {
  /** The counts, and what became of them. */
  summary: string;
  /** Problems and warnings, one a line; empty where all is well. */
  findings: string;
}

export function printReport(report: ImportReport, isDryRun: boolean): PrintedReport {
  const { problems, problemCount, warnings, warningCount } = report;
  const findings = [...listed('warning', warnings, warningCount), ...listed('problem', problems, problemCount)];
  return { summary: `${countTable(report)}${outcome(report, isDryRun)}`, findings: findings.join('\n') };
}

function listed(kind: string, shown: Finding[], count: number): string[] {
  if (count === 0) return [];
  const rest = count > shown.length ? `; the first ${shown.length} are above` : '';
  const total = `${count} ${kind}${count === 1 ? '' : 's'}${rest}.`;
  return [...shown.map((finding) => `${kind}: ${describeFinding(finding)}`), total];
}

function countTable({ counts }: ImportReport): string {
  if (counts.length === 0) return '';
  const width = Math.max(...counts.map(({ resource }) => resource.length));
  const line = (name: string, cells: (string | number)[]): string =>
    `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(11)).join('')}\n`;
  const head = line('', ['created', 'changed', 'unchanged', 'refused']);
  const rows = counts.map(({ resource, created, changed, unchanged, refused }) =>
    line(resource, [created, changed, unchanged, refused]),
  );
  return [head, ...rows].join('');
}

function outcome({ changed, problemCount, counts }: ImportReport, isDryRun: boolean): string {
  if (problemCount > 0) return 'Nothing was changed, because of the problems.';
  if (!changed) return isDryRun ? 'A dry run: nothing was changed.' : 'Nothing was changed.';
  return counts.some((count) => count.created + count.changed > 0) ? 'Imported.' : 'Everything was there already.';
}
