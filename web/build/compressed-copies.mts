import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Puts a compressed copy beside every asset, so that the server need not compress at each request. */
export const compressedCopies: Plugin = {
  name: 'compressed-copies',
  async writeBundle({ dir = '' }, bundle) {
    const assets = Object.keys(bundle).filter((file) => file.startsWith('assets/'));
    await Promise.all(
      assets.map(async (file) => {
        const asset = path.join(dir, file);
        await writeFile(`${asset}.gz`, await promisify(gzip)(await readFile(asset), { level: 9 }));
      }),
    );
  },
};
