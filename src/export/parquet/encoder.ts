import { answerTasks } from '../../answer-tasks';
import type { Cell, Column } from '../table';
import { ParquetFile } from './parquet-file';

/** What the thread is asked for: files are made at the same time, each by its number, and come piece by piece. */
export type ParquetTask =
  | { file: number; begin: { columns: readonly Column[]; about: Readonly<Record<string, string>> } }
  /** The next rows: the cells of each column. */
  | { file: number; cells: readonly (readonly Cell[])[] }
  | { file: number; end: 'whole' | 'given up' };

const files = new Map<number, ParquetFile>();

const NOTHING = new Uint8Array(0);

async function perform(task: ParquetTask): Promise<Uint8Array<ArrayBuffer>> {
  if ('begin' in task) {
    files.set(task.file, new ParquetFile(task.begin.columns, task.begin.about));
    return NOTHING;
  }
  const file = files.get(task.file);
  if ('end' in task) files.delete(task.file);
  if ('end' in task && task.end === 'given up') return NOTHING;
  if (!file) throw new Error('Expected a Parquet file that was begun: its thread has failed since.');
  return 'end' in task ? file.end() : file.add(task.cells);
}

answerTasks(perform, (bytes) => (bytes === NOTHING ? [] : [bytes.buffer]));
