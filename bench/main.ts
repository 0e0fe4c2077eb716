import { messageOf } from '../src/errors';

/** What can be measured, and what each is called with: the rest of the command line. */
const benches: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  read: () => import('./read.js'),
  cache: () => import('./cache.js'),
  latency: () => import('./latency.js'),
  memory: () => import('./memory.js'),
  start: () => import('./start.js'),
  import: () => import('./import.js'),
  plans: () => import('./plans.js'),
  live: () => import('./live.js'),
  graph: () => import('./graph.js'),
  exports: () => import('./exports.js'),
  suggestions: () => import('./suggestions.js'),
  federation: () => import('./federation.js'),
  web: () => import('./web.js'),
};

async function main([name = 'read', ...args]: string[]): Promise<void> {
  const bench = benches[name];
  if (!bench) throw new Error(`Expected one of ${Object.keys(benches).join(', ')}, but got ${name}.`);
  await (await bench()).run(args);
}

const args = process.argv.slice(2);
main(args[0]?.startsWith('-') ? ['read', ...args] : args).catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
