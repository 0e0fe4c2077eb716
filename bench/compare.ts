import { isDeepStrictEqual } from 'node:util';
import { bodyOf, type Operation } from './operations';
import type { Contender } from './processes';

/**
 * Asks every contender the same, with all variables, and compares the answers as JSON has them.
 * @returns the size of an answer: the mean, in bytes
 * @throws where one answers differently, or with an error
 */
export async function compareAnswers(operation: Operation, contenders: readonly Contender[]): Promise<number> {
  let bytes = 0;
  const [reference, ...others] = contenders as [Contender, ...Contender[]];
  const translated = await Promise.all(others.map((other) => other.translate(operation)));
  for (const [n, variables] of operation.variables.entries()) {
    const body = bodyOf(operation, variables);
    const expected = await reference.answer(body);
    if (JSON.stringify(expected).startsWith('{"errors"')) throw mismatch(reference, operation, body, expected);
    for (const [i, other] of others.entries()) {
      const own = bodyOf(translated[i]!, translated[i]!.variables[n]!);
      const [got, wanted] = [other.dialect.neutral(await other.answer(own)), other.dialect.neutral(expected)];
      if (!isDeepStrictEqual(got, wanted))
        throw mismatch(other, operation, own, firstDifference(got, wanted, 'answer'));
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
