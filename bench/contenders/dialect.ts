import fs from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/project-root';
import { bodyOf, type Operation, type Variables } from '../operations';

/** How a contender is asked an operation, and what in its answers is its own way of saying the same. */
export interface Dialect {
  /** The operation as the contender understands it: its variables stand in the order of ours. */
  translate(operation: Operation, ask: (body: string) => Promise<unknown>): Promise<Operation>;
  /** An answer without what is its own. */
  neutral(answer: unknown): unknown;
}

/** That of our API, which all who are written by hand speak too. */
export const contract: Dialect = {
  translate: (operation) => Promise.resolve(operation),
  neutral: (answer) => answer,
};

type Json = Record<string, unknown>;

/**
 * PostGraphile's: its operations are in bench/peers/postgraphile. Global ids and cursors are its own, positions are two fields, edges
 * are rows, and moments are written with another number of digits.
 */
export const postgraphile: Dialect = {
  translate: async (operation, ask) => {
    const text = fs.readFileSync(path.join(PROJECT_ROOT, `bench/peers/postgraphile/${operation.name}.graphql`), 'utf8');
    return { ...operation, text, variables: await ownVariables({ ...operation, text }, ask) };
  },
  neutral: (answer) => JSON.parse(JSON.stringify(answer, neutralValue)) as unknown,
};

/** Cursors are taken from its answers, page by page; an id that it does not know becomes the slug that it stands for. */
async function ownVariables(operation: Operation, ask: (body: string) => Promise<unknown>): Promise<Variables[]> {
  const own: Variables[] = [];
  const ends = new Map<string, string | null>();
  for (const { after, id, ...others } of operation.variables) {
    if (id != null) own.push({ slug: Buffer.from(id, 'base64url').toString().replace('City:', '') });
    else if (after === undefined) own.push(others);
    else {
      const list = JSON.stringify(others);
      const variables = { ...others, after: after === null ? null : ends.get(list)! };
      own.push(variables);
      ends.set(list, endCursorIn(await ask(bodyOf(operation, variables))));
    }
  }
  return own;
}

function endCursorIn(answer: unknown): string | null {
  const [list] = Object.values((answer as { data: Record<string, { pageInfo: { endCursor: string | null } }> }).data);
  return list!.pageInfo.endCursor;
}

function neutralValue(key: string, value: unknown): unknown {
  if (key === 'endCursor') return value === null ? null : 'a cursor';
  if (key === 'publishedAt') return typeof value === 'string' ? Date.parse(value) : value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { id: _id, latitude, longitude, edges, ...others } = value as Json;
  if (edges) return { nodes: (edges as { node: Json }[]).map(({ node, ...edge }) => ({ ...edge, ...node })) };
  if (latitude === undefined || !('name' in others)) return latitude === undefined ? others : { latitude, longitude };
  return { ...others, location: latitude === null ? null : { latitude, longitude } };
}
