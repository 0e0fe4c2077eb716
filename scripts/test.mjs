// `npm test`: everything that must hold before a change is merged, from a fresh clone on.
import { findBrowser } from './browser.mjs';
import { ensure, ensureFolder, main } from './ensure.mjs';
import { run, tool } from './run.mjs';

const checks = {
  lint: [...tool('eslint/bin/eslint.js'), '.', '--max-warnings=0'],
  format: [...tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  types: [...tool('typescript/bin/tsc'), '--noEmit'],
  'types of web/': [...tool('typescript/bin/tsc'), '--project', 'web'],
  'documents of web/': [...tool('gql.tada/bin/cli.js'), 'check', '--tsconfig=web/tsconfig.json', '--fail-on-warn'],
  dependencies: [...tool('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', 'migrations'],
  tests: [...tool('jest/bin/jest.js')],
};

await main(async () => {
  await ensure();
  for (const folder of ['federation', 'examples/air-quality', 'test/compatibility']) await ensureFolder(folder);
  const { version, from } = await findBrowser();
  console.error(`The tests of web/ run in ${version}, from ${from}.`);
  const failed = [];
  for (const [name, command] of Object.entries(checks)) {
    console.error(`\n— ${name}`);
    if ((await run(command)) !== 0) failed.push(name);
  }
  if (failed.length > 0) throw new Error(`\nFailed: ${failed.join(', ')}.`);
  console.error('\nEverything passed.');
});
