import type { IncomingMessage } from 'node:http';
import { OperationTypeNode } from 'graphql';
import type { PublishedDocuments } from './documents/published-documents';
import type { KnownDocuments, KnownOperation } from './known-documents';

export const PATH = '/graphql';

/** The beginning of the address of a GET. */
export const ADDRESS = `${PATH}?`;

/** A request for a query that is known, and that could be answered without anything else being known of it. */
export interface DirectRequest extends KnownOperation {
  variables: Record<string, unknown>;
}

interface Documents {
  documents: KnownDocuments;
  published: PublishedDocuments;
}

/** What a request says, wherever it says it. */
type Said = Record<string, unknown>;

const BY_ADDRESS = new Set(['query', 'documentId', 'id', 'operationName', 'variables']);

/** What a body asks for; undefined for whatever is not simply a known query. */
export function readBody(body: Buffer, known: Documents): DirectRequest | undefined {
  const said = parsed(body.toString());
  return said && read(said, known);
}

/** What the address of a GET asks for; undefined for whatever is not simply a known query that may be asked for so. */
export function readAddress({ url = '', headers }: IncomingMessage, known: Documents): DirectRequest | undefined {
  const search = url.slice(ADDRESS.length);
  const parameters = [...new URLSearchParams(search)];
  const said: Said = Object.fromEntries(parameters);
  // What is said twice, or is empty, or has a mark in it that should not be there, others may read differently.
  const isClear = parameters.every(([name, value]) => BY_ADDRESS.has(name) && value !== '');
  if (!isClear || search.includes('?') || Object.keys(said).length < parameters.length) return undefined;
  // Another page could send it: one that sends this header cannot be another.
  if ('query' in said && !headers['apollo-require-preflight']) return undefined;
  if ('variables' in said) said['variables'] = parsed(said['variables'] as string) ?? [];
  return read(said, known);
}

function read(said: Said, { documents, published }: Documents): DirectRequest | undefined {
  const { query, documentId, id, operationName, variables, extensions } = said;
  if (extensions != null) return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  if (variables != null && !isObject(variables)) return undefined;
  const named = 'documentId' in said || 'id' in said;
  const text = named ? publishedText([query, documentId, id], published) : query;
  const known = typeof text === 'string' ? documents.find(text, operationName) : undefined;
  if (known?.operation.operation !== OperationTypeNode.QUERY) return undefined;
  return { ...known, variables: variables ?? {} };
}

/** The text that a request names in one way, where it is in memory. */
function publishedText(ways: readonly unknown[], published: PublishedDocuments): string | undefined {
  const [id, ...others] = ways.filter((way) => way !== undefined);
  return typeof id === 'string' && others.length === 0 ? published.inMemory(id) : undefined;
}

function parsed(text: string): Said | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
