import type pg from 'pg';
import type { DerivedGraph } from './derive-graph';
import type { GraphFilter } from './filter';
import { TaskThread } from '../../task-thread';
import type { AdoptionHistory, ExposureResult } from '../exposure';
import type { Question, QuestionSubject } from '../questions';
import type { Changes } from './advance-tables';
import type { Followed } from './follow-tables';
import type { GraphTables } from './tables';
import { QuestionTooLarge } from './too-large';
import type { Task } from './worker';

/** A thread that loads tables and derives graphs, so that the main one is not held up. It starts when it is first needed. */
export class GraphWorker {
  private readonly thread = new TaskThread<Task>(require.resolve('./worker'), 'the graph worker', { QuestionTooLarge });

  /** As followTables. @throws what PostgreSQL or the connection to it reports. */
  follow(connection: pg.ClientConfig, before: GraphTables | undefined, isToCatchUp: boolean): Promise<Followed> {
    return this.thread.ask({ follow: before, connection, isToCatchUp });
  }

  /** @param from The graph that the filter made of earlier tables, and what lies between; none to make it from nothing. */
  derive(
    tables: GraphTables,
    filter: GraphFilter,
    from?: { graph: DerivedGraph; changes: Pick<Changes, 'cities'> },
  ): Promise<DerivedGraph> {
    return this.thread.ask({ derive: filter, tables, from });
  }

  answer(question: Question, subject: QuestionSubject): Promise<object> {
    return this.thread.ask({ question, subject });
  }

  exposure(history: AdoptionHistory): Promise<ExposureResult> {
    return this.thread.ask({ exposure: history });
  }

  /** Ends the thread; what it is asked for yet is rejected. */
  close(): Promise<void> {
    return this.thread.close();
  }
}
