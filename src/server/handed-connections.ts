import type { Worker } from 'node:cluster';

/** A connection as Node.js hands it from process to process. */
interface Handle {
  /** Does nothing where it is closed. */
  close(): void;
}

// Which worker has been handed a connection last: one that refuses it is not the last.
const holders = new WeakMap<Handle, Worker>();

/**
 * Closes the connection that a worker has been handed, but has not taken when it dies. node:cluster hands each worker one at a time and
 * waits for its word; where that never comes the connection stays open in this process, and its client would wait for ever.
 */
export function closesWhatItLeaves(worker: Worker): void {
  const { process: child } = worker;
  const send = child.send.bind(child) as (...message: unknown[]) => boolean;
  let last: Handle | undefined;
  child.send = (...message: unknown[]): boolean => {
    const [, handle] = message;
    if (isHandle(handle)) {
      last = handle;
      holders.set(handle, worker);
    }
    return send(...message);
  };
  worker.once('exit', () => {
    if (last && holders.get(last) === worker) last.close();
  });
}

const isHandle = (value: unknown): value is Handle =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Handle>).close === 'function';
