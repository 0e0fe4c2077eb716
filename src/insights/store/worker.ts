import { parentPort } from 'node:worker_threads';
import type pg from 'pg';
import { messageOf } from '../../errors';
import { type AdoptionHistory, exposure } from '../exposure';
import { answerTo, type Question, type QuestionSubject } from '../questions';
import type { Changes } from './advance-tables';
import { advanceGraph, type DerivedGraph, deriveGraph } from './derive-graph';
import type { GraphFilter } from './filter';
import { followTables } from './follow-tables';
import type { GraphTables } from './tables';
import { QuestionTooLarge } from './too-large';

/** What the worker is asked for. */
export type Task =
  | { follow: GraphTables | undefined; connection: pg.ClientConfig }
  | { derive: GraphFilter; tables: GraphTables; from?: { graph: DerivedGraph; changes: Pick<Changes, 'cities'> } }
  | { question: Question; subject: QuestionSubject }
  | { exposure: AdoptionHistory };

/** What it answers, under the number that the task came with. */
export type Answer = { id: number; result: unknown } | { id: number; error: string; isTooLarge: boolean };

async function perform(task: Task): Promise<unknown> {
  if ('follow' in task) return followTables(task.connection, task.follow);
  if ('exposure' in task) return exposure(task.exposure);
  if ('question' in task) return answerTo(task.question, task.subject);
  const { derive: filter, tables, from } = task;
  return from ? advanceGraph(from.graph, tables, filter, from.changes) : deriveGraph(tables, filter);
}

// Typed arrays over shared memory are handed over, not copied.
parentPort!.on('message', ({ id, task }: { id: number; task: Task }) => {
  perform(task).then(
    (result) => parentPort!.postMessage({ id, result } satisfies Answer),
    (error: unknown) => {
      const isTooLarge = error instanceof QuestionTooLarge;
      parentPort!.postMessage({ id, error: messageOf(error), isTooLarge } satisfies Answer);
    },
  );
});
