import type pg from 'pg';
import { answerTasks } from '../../answer-tasks';
import { type AdoptionHistory, exposure } from '../exposure';
import { answerTo, type Question, type QuestionSubject } from '../questions';
import type { Changes } from './advance-tables';
import { advanceGraph, type DerivedGraph, deriveGraph } from './derive-graph';
import type { GraphFilter } from './filter';
import { followTables } from './follow-tables';
import type { GraphTables } from './tables';

/** What the worker is asked for. */
export type Task =
  | { follow: GraphTables | undefined; connection: pg.ClientConfig; isToCatchUp: boolean }
  | { derive: GraphFilter; tables: GraphTables; from?: { graph: DerivedGraph; changes: Pick<Changes, 'cities'> } }
  | { question: Question; subject: QuestionSubject }
  | { exposure: AdoptionHistory };

async function perform(task: Task): Promise<unknown> {
  if ('follow' in task) return followTables(task.connection, task.follow, task.isToCatchUp);
  if ('exposure' in task) return exposure(task.exposure);
  if ('question' in task) return answerTo(task.question, task.subject);
  const { derive: filter, tables, from } = task;
  return from ? advanceGraph(from.graph, tables, filter, from.changes) : deriveGraph(tables, filter);
}

answerTasks(perform);
