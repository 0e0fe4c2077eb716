import { parentPort } from 'node:worker_threads';
import { messageOf } from '../../errors';
import { type AdoptionHistory, exposure } from '../exposure';
import { answerTo, type Question, type QuestionSubject } from '../questions';
import { deriveGraph } from './derive-graph';
import type { GraphFilter } from './filter';
import { loadTables, type TableSource } from './load-tables';
import type { GraphTables } from './tables';

/** What the worker is asked for. */
export type Task =
  | { load: TableSource }
  | { derive: GraphFilter; tables: GraphTables }
  | { question: Question; subject: QuestionSubject }
  | { exposure: AdoptionHistory };

/** What it answers, under the number that the task came with. */
export type Answer = { id: number; result: unknown } | { id: number; error: string };

async function perform(task: Task): Promise<unknown> {
  if ('load' in task) return loadTables(task.load);
  if ('exposure' in task) return exposure(task.exposure);
  return 'derive' in task ? deriveGraph(task.tables, task.derive) : answerTo(task.question, task.subject);
}

// Typed arrays over shared memory are handed over, not copied.
parentPort!.on('message', ({ id, task }: { id: number; task: Task }) => {
  perform(task).then(
    (result) => parentPort!.postMessage({ id, result } satisfies Answer),
    (error: unknown) => parentPort!.postMessage({ id, error: messageOf(error) } satisfies Answer),
  );
});
