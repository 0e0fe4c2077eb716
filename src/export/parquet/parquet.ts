import { TaskThread } from '../../task-thread';
import type { Cell, Table } from '../table';
import type { ParquetTask } from './encoder';

const encoder = new TaskThread<ParquetTask>(require.resolve('./encoder'), 'the thread that encodes Parquet');

let lastFile = 0;

/**
 * A table as Apache Parquet, compressed with Snappy. Every column may be null. Rows are made in this thread, some at a time, and encoded
 * in another one, which all files share: encoding takes most of the work.
 * @param about What the file says of itself.
 */
export async function* parquet(table: Table, about: Readonly<Record<string, string>>): AsyncGenerator<Uint8Array> {
  const { columns } = table;
  const file = ++lastFile;
  await encoder.ask({ file, begin: { columns, about } });
  let isEnded = false;
  try {
    for await (const rows of table.batches()) {
      // By column, which takes fewer objects to be copied from thread to thread.
      const cells = columns.map((_, column) => rows.map((row): Cell => row[column]!));
      const bytes = await encoder.ask<Uint8Array>({ file, cells });
      if (bytes.length > 0) yield bytes;
    }
    const bytes = await encoder.ask<Uint8Array>({ file, end: 'whole' });
    isEnded = true;
    yield bytes;
  } finally {
    // Whoever reads no further wants no more of it. A thread that has failed has nothing to forget.
    if (!isEnded) await encoder.ask({ file, end: 'given up' }).catch(() => undefined);
  }
}
