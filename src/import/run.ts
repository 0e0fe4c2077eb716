import type { ClientBase } from 'pg';
import { InterurbanError } from '../errors';
import { checkCells, checkRules, refuseDuplicates } from './checks';
import { appendImportEvents, openChanges } from './events';
import { merge, type MergeCount } from './merge';
import { report, type ImportReport } from './report';
import { resolveIds, resolveRepeats, resolveRows } from './resolve';
import { Staging } from './staging';

/** How far an import has come. */
export interface Progress {
  phase: 'reading' | 'checking' | 'merging';
  /** From 0 to 1. */
  done: number;
}

export interface ImportOptions {
  /** Whether to do everything, and then undo it. Default: false. */
  dryRun?: boolean;
  /** Called whenever an import has come on. */
  onProgress?: (progress: Progress) => void;
}

/** "Interurb" in ASCII, and one more: imports take turns. */
const LOCK = '5291294591267730019';

/** Waits until no other import runs, and keeps others waiting until the transaction ends. */
export async function takeTurn(client: ClientBase): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
}

/**
 * Runs an import in one transaction: reads, checks, merges, and appends an event for each record that it made or changed. Nothing
 * changes where there is a problem, and in a dry run.
 * @param load reads what is imported into the tables of the staging
 * @throws InterurbanError IMPORT_REFUSED when the database refuses rows that the checks have passed
 */
export async function runImport(
  client: ClientBase,
  load: (staging: Staging) => Promise<void>,
  options: ImportOptions,
): Promise<ImportReport> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO';
      SET LOCAL work_mem = '32MB'; SET LOCAL jit = off; SET LOCAL client_min_messages = 'error'`);
    await takeTurn(client);
    const staging = new Staging(client);
    await staging.open();
    await load(staging);
    await staging.complete();
    const result = await checkAndMerge(staging, options);
    const isKept = result.problemCount === 0 && !options.dryRun;
    await client.query(isKept ? 'COMMIT' : 'ROLLBACK');
    return { ...result, changed: isKept };
  } catch (error) {
    // Where the connection is gone, the server has rolled back, and the first error is the one to tell.
    await client.query('ROLLBACK').catch(() => undefined);
    throw refusal(error) ?? error;
  }
}

async function checkAndMerge(staging: Staging, { onProgress }: ImportOptions): Promise<Omit<ImportReport, 'changed'>> {
  const { staged, client } = staging;
  const steps = [refuseDuplicates, resolveIds, resolveRows, checkCells, resolveRepeats, checkRules];
  for (const [i, step] of steps.entries()) {
    onProgress?.({ phase: 'checking', done: i / steps.length });
    for (const resource of staged) await step(staging, resource);
  }
  const checked = await report(staging);
  if (checked.problemCount > 0) return checked;
  await client.query('SET CONSTRAINTS ALL DEFERRED');
  await openChanges(client);
  const merged = new Map<string, MergeCount>();
  for (const [i, resource] of staged.entries()) {
    onProgress?.({ phase: 'merging', done: i / staged.length });
    merged.set(resource.resource.name, await merge(staging, resource));
  }
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  await appendImportEvents(client);
  return report(staging, merged);
}

/**
 * What somebody else has written in the meantime may stand in the way, and rules of the database that only it knows.
 */
function refusal(error: unknown): InterurbanError | undefined {
  const { code, detail, message } = error as { code?: string; detail?: string; message?: string };
  if (!code?.startsWith('23')) return undefined;
  const text = `Expected rows that the database accepts, got: ${message} (${detail ?? code}). Nothing was changed.`;
  return new InterurbanError('IMPORT_REFUSED', text, { cause: error });
}
