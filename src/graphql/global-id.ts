import { invalidId } from './errors';

/** What a global id stands for: the name of the type, and the slug (a country's code) that is unique among its kind. */
export interface GlobalId {
  type: string;
  slug: string;
}

/** Ids of the API are opaque and outlive the database's own: they are made of what a Data Package carries. */
export const toGlobalId = (type: string, slug: string): string => Buffer.from(`${type}:${slug}`).toString('base64url');

/** What an id stands for; null for what is no id of ours. */
export function readGlobalId(id: string): GlobalId | null {
  const match = /^([A-Z][A-Za-z]*):(.+)$/s.exec(Buffer.from(id, 'base64url').toString());
  if (!match) return null;
  const [, type, slug] = match as unknown as [string, string, string];
  return toGlobalId(type, slug) === id ? { type, slug } : null;
}

/** @throws INVALID_ID for what is no id of ours, or, where `expected` names a type, of another one. */
export function fromGlobalId(id: string, expected?: string): GlobalId {
  const wanted = expected === undefined ? 'an id' : `the id of a ${expected}`;
  const found = readGlobalId(id);
  if (!found) throw invalidId(id, wanted);
  if (expected !== undefined && found.type !== expected) throw invalidId(id, `${wanted}, not of a ${found.type}`);
  return found;
}
