// `npm run docs`: writes docs/settings.md from the table in src/config.ts.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensure, main } from './ensure.mjs';
import { root } from './run.mjs';

await main(async () => {
  await ensure();
  const { settingsPage } = createRequire(import.meta.url)('../dist/src/settings-page.js');
  writeFileSync(path.join(root, 'docs/settings.md'), settingsPage());
});
