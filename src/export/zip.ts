import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive: its name and what is in it, made while it is read. */
export interface ZipEntry {
  name: string;
  content: () => AsyncIterable<string | Uint8Array>;
}

// The same content makes the same archive: whenever, and in whatever time zone it is made.
const OPTIONS = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** A zip archive, compressed while its files are read, one after another. */
export async function* zip(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const archive = new ZipFile();
  const output = archive.outputStream as Readable;
  let current: Readable | undefined;
  archive.on('error', (error: Error) => output.destroy(error));
  for (const { name, content } of entries)
    archive.addReadStreamLazy(name, OPTIONS, (give) => {
      current = Readable.from(content(), { objectMode: false });
      current.on('error', (error) => output.destroy(error));
      give(null, current);
    });
  archive.end();
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
  } finally {
    // Whoever reads no further wants no more to be made, and knows that it has ended.
    current?.destroy();
    if (current && !current.closed) await once(current, 'close');
  }
}
