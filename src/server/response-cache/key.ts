import type { DocumentNode } from 'graphql';
import { scopeOf } from '../../access/viewer';
import { scopeKey } from '../../data/scope';
import type { Asked } from '../answer';

/** Longer variables hardly recur. In characters. */
const MAX_VARIABLES = 10_000;

/** The same for operations that must have the same answer while nothing is written; null for one that is not worth to be kept. */
export function keyOf({ document, operation, variables, caller }: Asked): string | null {
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  // Others have no part in it, and one that is null is not the same as one that is left out.
  const given = names.flatMap((name) => (variables[name] === undefined ? [] : [[name, canonical(variables[name])]]));
  const text = JSON.stringify(given);
  if (text.length > MAX_VARIABLES) return null;
  const { viewer, locales } = caller;
  return [idOf(document), operation.name?.value, scopeKey(scopeOf(viewer)), locales.join(), today(), text].join(' ');
}

// Documents are parsed once and kept by the server.
const ids = new WeakMap<DocumentNode, number>();
let last = 0;

function idOf(document: DocumentNode): number {
  let id = ids.get(document);
  if (id === undefined) ids.set(document, (id = ++last));
  return id;
}

/** Memberships begin and lapse with the day (UTC), and nobody is told. */
const today = (): number => Math.floor(Date.now() / 86_400_000);

/** The same value with the fields of all objects in one order. */
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, canonical(field)]));
}
