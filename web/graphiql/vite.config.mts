import { defineConfig } from 'vite';
import { compressedCopies } from '../build/compressed-copies.mts';

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
      checks: { pluginTimings: false },
      // "use client" and the like in dependencies mean nothing in a bundle for the browser alone.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
    },
  },
  worker: { format: 'es' },
  plugins: [compressedCopies],
});
