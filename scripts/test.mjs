// `npm test`: everything that must hold before a change is merged, from a fresh clone on.
import { findBrowser } from './browser.mjs';
import { ensure, ensureFolder, main } from './ensure.mjs';
import { run, runHeldBack, tool } from './run.mjs';

/** What is found without running anything of ours. */
const checks = {
  lint: [...tool('eslint/bin/eslint.js'), '.', '--max-warnings=0'],
  format: [...tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  types: [...tool('typescript/bin/tsc'), '--noEmit'],
  'types of web/': [...tool('typescript/bin/tsc'), '--project', 'web'],
  'documents of web/': [...tool('gql.tada/bin/cli.js'), 'check', '--tsconfig=web/tsconfig.json', '--fail-on-warn'],
  dependencies: [...tool('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', 'migrations'],
};

// Each takes one processor for its time: two at once, as on the smallest machines of CI, and what one prints stands together.
async function runChecks() {
  const failed = [];
  const pending = Object.entries(checks);
  const runOnes = async () => {
    for (let next = pending.shift(); next; next = pending.shift()) {
      const [name, command] = next;
      const { status, output } = await runHeldBack(command);
      console.error(`\n— ${name}`);
      process.stderr.write(output);
      if (status !== 0) failed.push(name);
    }
  };
  await Promise.all([runOnes(), runOnes()]);
  return failed;
}

await main(async () => {
  await ensure();
  for (const folder of ['federation', 'examples/air-quality', 'test/compatibility']) await ensureFolder(folder);
  const { version, from } = await findBrowser();
  console.error(`The tests of web/ run in ${version}, from ${from}.`);
  const failed = await runChecks();
  console.error('\n— tests');
  if ((await run(tool('jest/bin/jest.js'))) !== 0) failed.push('tests');
  if (failed.length > 0) throw new Error(`\nFailed: ${failed.join(', ')}.`);
  console.error('\nEverything passed.');
});
