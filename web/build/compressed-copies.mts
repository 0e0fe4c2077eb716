import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** In bytes. What is longer takes brotli seconds at its best, which is little better. */
const LONG = 512 * 1024;

const qualityFor = ({ length }: Buffer): number => (length > LONG ? 9 : constants.BROTLI_MAX_QUALITY);

/** Puts compressed copies beside every asset, as small as they get, so that the server need not compress at each request. */
export const compressedCopies: Plugin = {
  name: 'compressed-copies',
  async writeBundle({ dir = '' }, bundle) {
    const assets = Object.keys(bundle).filter((file) => file.startsWith('assets/'));
    await Promise.all(
      assets.map(async (file) => {
        const asset = path.join(dir, file);
        const content = await readFile(asset);
        await writeFile(`${asset}.gz`, await promisify(gzip)(content, { level: 9 }));
        await writeFile(
          `${asset}.br`,
          await promisify(brotliCompress)(content, {
            params: { [constants.BROTLI_PARAM_QUALITY]: qualityFor(content) },
          }),
        );
      }),
    );
  },
};
