import path from 'node:path';
import { defineConfig } from 'vite';
import { cacheTypes } from './build/cache-types.mts';
import { compiledMessages } from './build/compiled-messages.mts';
import { compressedCopies } from './build/compressed-copies.mts';
import { pages } from './build/pages.mts';
import { worldOutlines } from './build/world-outlines.mts';

/** The server that answers while the pages are worked on: `npm run dev` starts both. */
const server = process.env['INTERURBAN_URL'] ?? 'http://127.0.0.1:4000';

/** All messages of a language are one file: a page's are there before it asks for them. */
const languageOf = (id: string): string | null => {
  const [, locale] = /\/messages\/([a-z]{2})\.json$/.exec(id) ?? [];
  return locale === undefined ? null : `messages-${locale}`;
};

/** What most pages use is one file, which a browser asks for once. */
const SHARED = /\/web\/src\/(?:api|cards|i18n|terms|timeline|ui)\/|\/web\/src\/map\/(?:index|map\.module|size)\b/;

export default defineConfig({
  define: { CACHE_TYPES: JSON.stringify(cacheTypes(path.join(import.meta.dirname, '../schema/schema.graphql'))) },
  build: {
    outDir: '../dist/web/explorer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    manifest: 'manifest.json',
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          groups: [
            { name: languageOf, debugName: 'messages' },
            { name: 'shared', test: SHARED },
          ],
        },
      },
      // "use client" and the like in dependencies mean nothing in a bundle for the browser alone.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
    },
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: server, ws: true },
      '/feeds': server,
      '/demo-sign-in': { target: server, changeOrigin: false },
      '/exports': server,
      '/fact-sheets': server,
    },
  },
  plugins: [compiledMessages, worldOutlines, pages, compressedCopies],
});
