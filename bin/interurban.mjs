#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Before anything is loaded: GraphQL and Express then leave out checks that only help who develops them.
process.env.NODE_ENV ||= 'production';

const compiled = new URL('../dist/src/cli/main.js', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

if (existsSync(compiled)) {
  const { main } = createRequire(import.meta.url)('../dist/src/cli/main.js');
  await main(process.argv, version);
} else {
  console.error('Expected the compiled program in dist/, but there is none. Run `npm run build` first.');
  process.exitCode = 1;
}
