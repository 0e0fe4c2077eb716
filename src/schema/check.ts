import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { promisify } from 'node:util';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { codeOf, InterurbanError, messageOf } from '../errors';
import { PROJECT_ROOT } from '../project-root';
import { printMergedSchema, SCHEMA_FILE } from './print';

/** What a client of the earlier schema would notice. */
export interface SchemaChange {
  /** breaking: what worked before works no more; dangerous: it works, and may surprise; safe: it is only more. */
  level: 'breaking' | 'dangerous' | 'safe';
  message: string;
}

const LEVELS = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
} as const;

const ORDER: readonly SchemaChange['level'][] = ['breaking', 'dangerous', 'safe'];

/**
 * How the API of this code differs from an earlier one, the gravest changes first.
 * @param against a file with a schema, or what Git calls a commit, whose schema/schema.graphql is then read
 * @throws InterurbanError where there is no such schema
 */
export async function changesSince(against: string): Promise<SchemaChange[]> {
  const changes = await diff(await earlier(against), buildSchema(printMergedSchema()));
  return changes
    .map(({ criticality, message }) => ({ level: LEVELS[criticality.level], message }))
    .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

/** One line for each change, and what they come to. */
export function describeChanges(changes: readonly SchemaChange[]): string {
  const count = (level: SchemaChange['level']): number => changes.filter((change) => change.level === level).length;
  const lines = changes.map(({ level, message }) => `${level.padEnd('dangerous'.length)}  ${message}\n`);
  return `${lines.join('')}${ORDER.map((level) => `${count(level)} ${level}`).join(', ')}\n`;
}

async function earlier(against: string): Promise<GraphQLSchema> {
  const sdl = await readSdl(against);
  try {
    return buildSchema(sdl);
  } catch (error) {
    throw new InterurbanError('WRONG_SCHEMA', `Expected a GraphQL schema in ${against}, got: ${messageOf(error)}`);
  }
}

async function readSdl(against: string): Promise<string> {
  try {
    return await fs.readFile(against, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  try {
    // --end-of-options: a name that begins with a dash is no option of Git's.
    const args = ['show', '--end-of-options', `${against}:./schema/${SCHEMA_FILE}`];
    return (await promisify(execFile)('git', args, { cwd: PROJECT_ROOT, maxBuffer: 2 ** 26 })).stdout;
  } catch {
    throw new InterurbanError(
      'NO_SCHEMA',
      `Expected a file, or a commit of Git that has schema/${SCHEMA_FILE}, got "${against}".`,
    );
  }
}
