import type { Writable } from 'node:stream';

const waiting = new WeakMap<Writable, Promise<void>>();

/** Resolves when a stream has passed on all that it was given, or is closed. */
export function drained(stream: Writable): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return Promise.resolve();
  let promise = waiting.get(stream);
  if (!promise) {
    promise = new Promise((resolve) => {
      const done = (): void => {
        stream.off('drain', done).off('close', done);
        waiting.delete(stream);
        resolve();
      };
      stream.on('drain', done).on('close', done);
    });
    waiting.set(stream, promise);
  }
  return promise;
}
