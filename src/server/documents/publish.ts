import { validate, type GraphQLSchema } from 'graphql';
import type { ClientBase } from 'pg';
import { InterurbanError, messageOf } from '../../errors';
import { Admission, type AdmissionSettings } from '../admission';
import { parseWithin } from '../limits/tokens';
import type { ManifestEntry } from './manifest';
import { sha256 } from './published-documents';

/** How many problems are told at a time. */
const MAX_PROBLEMS = 20;

/**
 * Publishes documents: all of them, or none. Those that are published already stay as they are.
 * @returns how many were new
 * @throws InterurbanError with a line for each that is not valid, goes beyond the limits, or has the id of another one
 */
export async function publishDocuments(
  client: ClientBase,
  entries: readonly ManifestEntry[],
  schema: GraphQLSchema,
  settings: AdmissionSettings,
): Promise<number> {
  const admission = new Admission(schema, settings);
  refuse(entries.flatMap(({ id, text }) => problemsOf(text, schema, admission).map((problem) => `${id}: ${problem}`)));
  const ids = entries.map(({ id }) => id);
  const texts = entries.map(({ text }) => text);
  await client.query('BEGIN');
  try {
    const { rowCount } = await client.query(
      `INSERT INTO published_document (id, text, sha256)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT (id) DO NOTHING`,
      [ids, texts, texts.map(sha256)],
    );
    const others = await client.query<{ id: string }>(
      `SELECT given.id FROM unnest($1::text[], $2::text[]) given (id, text) JOIN published_document d USING (id)
       WHERE d.text <> given.text ORDER BY 1`,
      [ids, texts],
    );
    refuse(others.rows.map(({ id }) => `${id}: expected the text that is published under this id, got another one`));
    await client.query('COMMIT');
    return rowCount ?? 0;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

function problemsOf(text: string, schema: GraphQLSchema, admission: Admission): string[] {
  try {
    const document = parseWithin(text, admission.settings);
    const mistakes = validate(schema, document);
    const refusal = mistakes.length === 0 ? admission.refusalOf(document) : undefined;
    return [...mistakes, ...(refusal ? [refusal] : [])].map(({ message }) => message);
  } catch (error) {
    return [messageOf(error)];
  }
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length > MAX_PROBLEMS ? [`… and ${problems.length - MAX_PROBLEMS} more`] : [];
  throw new InterurbanError('DOCUMENTS', [...problems.slice(0, MAX_PROBLEMS), ...more].join('\n'));
}
