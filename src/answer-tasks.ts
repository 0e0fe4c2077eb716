import { parentPort, type Transferable } from 'node:worker_threads';
import { messageOf } from './errors';

/** What a thread answers, under the number that the task came with. */
export type TaskAnswer = { id: number; result: unknown } | { id: number; error: string; errorClass: string };

/**
 * Answers the tasks that a `TaskThread` sends to this thread. What lies in shared memory is handed over, all else is copied.
 * @param transferred What of a result need not be copied either, since it is not used here any more; nothing by default.
 */
export function answerTasks<Result>(
  perform: (task: never) => Result | Promise<Result>,
  transferred: (result: Result) => Transferable[] = () => [],
): void {
  const port = parentPort!;
  const answer = async ({ id, task }: { id: number; task: never }): Promise<void> => {
    try {
      const result = await perform(task);
      port.postMessage({ id, result } satisfies TaskAnswer, transferred(result));
    } catch (error) {
      const errorClass = error instanceof Error ? error.constructor.name : '';
      port.postMessage({ id, error: messageOf(error), errorClass } satisfies TaskAnswer);
    }
  };
  port.on('message', (message: { id: number; task: never }) => void answer(message));
}
