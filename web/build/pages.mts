import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const LOCALES = ['en', 'es', 'zh'];

/**
 * Writes the page once for each view's folder and each language, `pages/city.es.html`, with links to the files that this view begins with:
 * a browser then loads them all at once, and not each when it has read the one before.
 */
export const pages: Plugin = {
  name: 'pages',
  async writeBundle({ dir = '' }, bundle) {
    const html = textOf(bundle['index.html']);
    const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
    await mkdir(path.join(dir, 'pages'), { recursive: true });
    for (const view of chunks) {
      const [, name] = /\/src\/pages\/([\w-]+)\/index\.tsx$/.exec(view.facadeModuleId ?? '') ?? [];
      if (name === undefined) continue;
      for (const locale of LOCALES) {
        const messages = chunks.filter((chunk) => chunk.name === `messages-${locale}`);
        const links = linksTo([...messages, view], bundle).filter((link) => !html.includes(link.href));
        const page = html
          .replace('<html lang="en">', `<html lang="${locale}">`)
          .replace('</head>', `${links.map(({ tag }) => `  ${tag}\n  `).join('')}</head>`);
        await writeFile(path.join(dir, `pages/${name}.${locale}.html`), page);
      }
    }
  },
};

/** Chunks with all that they import, and their styles. */
function linksTo(chunks: Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): { href: string; tag: string }[] {
  const found = new Set<Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const file of chunk.imports) {
      const imported = bundle[file];
      if (imported?.type === 'chunk') add(imported);
    }
  };
  chunks.forEach(add);
  const styles = [...found].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  return [
    ...styles.map((file) => link('stylesheet', file)),
    ...[...found].map(({ fileName }) => link('modulepreload', fileName)),
  ];
}

const link = (rel: string, file: string) => ({
  href: `"/${file}"`,
  tag: `<link rel="${rel}" crossorigin href="/${file}">`,
});

function textOf(output: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): string {
  if (output?.type !== 'asset') throw new Error('Expected the build to have made index.html, but it has not.');
  return typeof output.source === 'string' ? output.source : Buffer.from(output.source).toString('utf8');
}
