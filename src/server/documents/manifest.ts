import { InterurbanError } from '../../errors';

/** A document as its client knows it. */
export interface ManifestEntry {
  id: string;
  text: string;
}

/**
 * The documents of a manifest that a client's build wrote: `{ "id": "text" }`, as GraphQL Code Generator (`persistedDocuments`) and the
 * Relay compiler (`persistConfig`) do, or Apollo's `apollo-persisted-query-manifest`.
 * @param name of the file, for messages
 * @throws InterurbanError for anything else
 */
export function readManifest(content: string, name: string): ManifestEntry[] {
  const manifest = parsed(content, name);
  const entries = 'format' in manifest ? ofApollo(manifest, name) : Object.entries(manifest);
  return entries.map(([id, text]) => {
    if (typeof id !== 'string' || id === '' || typeof text !== 'string' || text === '')
      throw wrong(name, 'each document to have an id and a text', JSON.stringify({ [String(id)]: text }).slice(0, 80));
    return { id, text };
  });
}

function parsed(content: string, name: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ''));
    if (isMap(value)) return value;
  } catch {
    // As wrong as any other value.
  }
  throw wrong(name, 'a JSON object with the text of each document by its id', JSON.stringify(content.slice(0, 40)));
}

function ofApollo({ format, version, operations }: Record<string, unknown>, name: string): [unknown, unknown][] {
  if (format !== 'apollo-persisted-query-manifest' || version !== 1 || !Array.isArray(operations))
    throw wrong(name, '"apollo-persisted-query-manifest", version 1', `${JSON.stringify(format)}, ${String(version)}`);
  return operations.map((operation: unknown) => (isMap(operation) ? [operation['id'], operation['body']] : ['', '']));
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (name: string, expected: string, got: string): InterurbanError =>
  new InterurbanError('MANIFEST', `${name}: expected ${expected}, got ${got}`);
