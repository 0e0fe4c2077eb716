import { setImmediate } from 'node:timers/promises';

/** Pieces of a file with a pause after each, for whatever else the process has to do: a quick reader would get all of them at once. */
export async function* paced<T>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const piece of pieces) {
    yield piece;
    await setImmediate();
  }
}
