import fs from 'node:fs';
import { pipeline, Transform, type TransformCallback } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { codeOf } from '../errors';

/** Called while files are read, with the bytes (compressed ones in a gzip file) that were read since the last call. */
export type OnBytes = (bytes: number) => void;

const BOM = Buffer.from('\uFEFF');

/** Passes on text as it is, but for a byte order mark, and finds out whether it is UTF-8. */
export class Utf8Check extends Transform {
  isValid = true;
  private isFirst = true;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(private readonly onChunk: () => void) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.decode(() => this.decoder.decode(chunk, { stream: true }));
    const text = this.isFirst && chunk.subarray(0, BOM.length).equals(BOM) ? chunk.subarray(BOM.length) : chunk;
    this.isFirst = false;
    this.onChunk();
    done(null, text);
  }

  override _flush(done: TransformCallback): void {
    this.decode(() => this.decoder.decode());
    done();
  }

  private decode(step: () => void): void {
    if (!this.isValid) return;
    try {
      step();
    } catch {
      this.isValid = false;
    }
  }
}

/** Opens a file, or what is in it where its name ends in .gz. Errors of reading end the stream that is returned. */
export function readFile(file: string, onBytes: OnBytes = () => undefined): Utf8Check {
  const source = fs.createReadStream(file);
  let counted = 0;
  const check = new Utf8Check(() => {
    onBytes(source.bytesRead - counted);
    counted = source.bytesRead;
  });
  // The error arrives at whoever reads.
  const done = (): void => undefined;
  if (file.endsWith('.gz')) pipeline(source, createGunzip(), check, done);
  else pipeline(source, check, done);
  return check;
}

/** What is expected instead of a file that cannot be read; undefined for errors that are no fault of the file. */
export function unreadable(error: unknown): string | undefined {
  const code = codeOf(error);
  if (code === 'Z_BUF_ERROR') return 'a whole gzip file; this one is cut off';
  if (code?.startsWith('Z_')) return 'a gzip file, since its name ends in .gz; this one is none, or damaged';
  return undefined;
}
