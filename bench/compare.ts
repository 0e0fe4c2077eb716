import { isDeepStrictEqual } from 'node:util';
import type { Operation } from './operations';
import type { Contender } from './processes';

/** The body of a request. */
export function bodyOf({ text }: Operation, variables: Operation['variables'][number]): string {
  const operationName = /^query (\w+)/m.exec(text)![1];
  return JSON.stringify({ operationName, query: text, variables });
}

/**
 * Asks every contender the same, with all variables, and compares the answers as JSON has them.
 * @returns the size of an answer: the mean, in bytes
 * @throws where one answers differently, or with an error
 */
export async function compareAnswers(operation: Operation, contenders: readonly Contender[]): Promise<number> {
  let bytes = 0;
  for (const variables of operation.variables) {
    const body = bodyOf(operation, variables);
    const [reference, ...others] = contenders as [Contender, ...Contender[]];
    const expected = await reference.answer(body);
    if (JSON.stringify(expected).startsWith('{"errors"')) throw mismatch(reference, operation, body, expected);
    for (const other of others) {
      const got = await other.answer(body);
      if (!isDeepStrictEqual(got, expected)) {
        throw mismatch(other, operation, body, firstDifference(got, expected, 'answer'));
      }
    }
    bytes += Buffer.byteLength(JSON.stringify(expected));
  }
  return bytes / operation.variables.length;
}

const mismatch = ({ name }: Contender, operation: Operation, body: string, detail: unknown): Error =>
  new Error(
    `${operation.name}: ${name} answers differently. ${JSON.stringify(detail)} Asked: ${body.slice(body.indexOf('"variables"'))}`,
  );

/** Where two values begin to differ, and how. */
function firstDifference(got: unknown, expected: unknown, path: string): string {
  if (isObject(got) && isObject(expected)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      if (!isDeepStrictEqual(got[key], expected[key]))
        return firstDifference(got[key], expected[key], `${path}.${key}`);
    }
  }
  return `Expected ${JSON.stringify(expected)} at ${path}, but got ${JSON.stringify(got)}.`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
