// `npm run bench -- NAME`: compiles the benchmarks beside the server, and runs one.
import { ensure, ensureFolder, main } from './ensure.mjs';
import { run, tool } from './run.mjs';

const args = process.argv.slice(2);

await main(async () => {
  await ensure();
  await ensureFolder('bench/peers');
  if (args[0] === 'web') await ensureFolder('bench/lighthouse');
  const compiled = await run([...tool('typescript/bin/tsc'), '--project', 'tsconfig.bench.json']);
  if (compiled !== 0) process.exit(1);
  process.exitCode = await run([process.execPath, 'dist/bench/main.js', ...args]);
});
