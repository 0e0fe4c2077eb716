// `npm run docs`: writes the pages that are printed from declarations: docs/settings.md and docs/data-format.md.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensure, main } from './ensure.mjs';
import { root } from './run.mjs';

await main(async () => {
  await ensure();
  const require = createRequire(import.meta.url);
  const { settingsPage } = require('../dist/src/settings-page.js');
  const { formatPage } = require('../dist/src/package/format-page.js');
  writeFileSync(path.join(root, 'docs/settings.md'), settingsPage());
  writeFileSync(path.join(root, 'docs/data-format.md'), formatPage());
});
