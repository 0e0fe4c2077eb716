import fs from 'node:fs/promises';
import { InterurbanError, messageOf } from '../errors';
import type { Subgraph } from './compose';

// A subgraph that has not said what it is within this time is taken to be down. In milliseconds.
const TIMEOUT = 10_000;

/**
 * A subgraph from how it is named on the command line: `NAME=URL`, which is asked for its schema, or `NAME=URL,FILE`, where the file
 * holds it.
 * @throws InterurbanError when it is named otherwise, does not answer, or has no schema
 */
export async function readSubgraph(named: string): Promise<Subgraph> {
  const [, name, url, file] = /^([A-Za-z][\w-]*)=(https?:\/\/[^,]+)(?:,(.+))?$/.exec(named) ?? [];
  if (!name || !url)
    throw new InterurbanError(
      'WRONG_SUBGRAPH',
      `Expected a subgraph such as air-quality=http://127.0.0.1:4010/graphql, got "${named}".`,
    );
  try {
    return { name, url, sdl: file === undefined ? await ask(url) : await fs.readFile(file, 'utf8') };
  } catch (error) {
    throw new InterurbanError(
      'SUBGRAPH_UNREADABLE',
      `Expected the schema of the subgraph ${name} from ${file ?? url}, got: ${messageOf(error)}`,
    );
  }
}

async function ask(url: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const answer = (await response.json()) as { data?: { _service?: { sdl?: string } }; errors?: { message: string }[] };
  const sdl = answer.data?._service?.sdl;
  if (!sdl) throw new Error(answer.errors?.map(({ message }) => message).join(' ') ?? 'an answer without one');
  return sdl;
}
