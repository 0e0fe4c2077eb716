import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** What PDF.js finds in a document: what read-pdf.mjs prints. */
export interface ReadPdf {
  title: string;
  language: string;
  isTagged: boolean;
  /** Whether it claims to conform to PDF/UA. */
  isUniversal: boolean;
  bookmarks: { title: string; page: number }[];
  pages: {
    text: string;
    links: string[];
    /** Kinds of tags. */
    roles: string[];
    /** Texts in place of pictures. */
    alt: string[];
    /** Left, bottom, right and top, in points. */
    size: number[];
    fonts: { name: string; isEmbedded: boolean }[];
  }[];
}

const run = promisify(execFile);

export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'interurban-pdf-'));
  try {
    const file = path.join(folder, 'document.pdf');
    await writeFile(file, pdf);
    const { stdout } = await run(process.execPath, [path.join(__dirname, 'read-pdf.mjs'), file], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(stdout) as ReadPdf;
  } finally {
    await rm(folder, { recursive: true });
  }
}
