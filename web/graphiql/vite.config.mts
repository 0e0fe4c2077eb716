import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Puts a compressed copy beside every asset, so that the server need not compress at each request. */
const compressedCopies: Plugin = {
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

export default defineConfig({
  // The page is at …/graphql and its assets below it, whatever path a proxy puts before that.
  base: './',
  experimental: {
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `graphql/${file}` : { relative: true }),
  },
  build: {
    outDir: '../../dist/web/graphiql',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
    reportCompressedSize: false,
    rolldownOptions: {
      // "use client" and the like in dependencies mean nothing in a bundle for the browser alone.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
    },
  },
  worker: { format: 'es' },
  plugins: [compressedCopies],
});
