import { invalidId } from './errors';

/** What a global id stands for: the name of the type, and the slug (a country's code) that is unique among its kind. */
export interface GlobalId {
  type: string;
  slug: string;
}

/** Ids of the API are opaque and outlive the database's own: they are made of what a Data Package carries. */
export const toGlobalId = (type: string, slug: string): string => Buffer.from(`${type}:${slug}`).toString('base64url');

/** @throws INVALID_ID for what is no id of ours, or, where `expected` names a type, of another one. */
export function fromGlobalId(id: string, expected?: string): GlobalId {
  const match = /^([A-Z][A-Za-z]*):(.+)$/s.exec(Buffer.from(id, 'base64url').toString());
  const wanted = expected === undefined ? 'an id' : `the id of a ${expected}`;
  if (!match) throw invalidId(id, wanted);
  const [, type, slug] = match as unknown as [string, string, string];
  if (toGlobalId(type, slug) !== id) throw invalidId(id, wanted);
  if (expected !== undefined && type !== expected) throw invalidId(id, `${wanted}, not of a ${type}`);
  return { type, slug };
}
