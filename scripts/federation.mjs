// `npm run federation [-- [--merged] NAME=URL…]`: the graph in slices, each a process of its own, and Hive Gateway in front of them. It
// listens on PORT (4000), the slices on the ports behind it. Subgraphs of others, named with their addresses, are composed in. With
// --merged the graph is one process, which serves all of it.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensure, ensureFolder, main } from './ensure.mjs';
import { root } from './run.mjs';

const HIVE = path.join(root, 'federation/node_modules/@graphql-hive/gateway/dist/bin.js');

const children = [];
let isStopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop());
process.on('exit', () => stop()); // Also where we fail: nobody is left behind.

await main(async () => {
  await ensure();
  await ensureFolder('federation');
  process.env.NODE_ENV ||= 'production';
  const require = createRequire(import.meta.url);
  const { loadConfig } = require('../dist/src/config.js');
  const { compose } = require('../dist/src/schema/compose.js');
  const { localSubgraphs, localMerged } = require('../dist/src/schema/print.js');
  const { readSubgraph } = require('../dist/src/schema/read-subgraph.js');

  const { port, dataDir } = loadConfig();
  const named = process.argv.slice(2).filter((arg) => arg !== '--merged');
  const isMerged = process.argv.includes('--merged');
  const [first, ...others] = isMerged ? [{ ...localMerged(port), isWhole: true }] : localSubgraphs(port);
  await serve(first); // It makes the tables, and loads the sample.
  await Promise.all(others.map(serve));

  const partners = await Promise.all(named.map(readSubgraph));
  const supergraph = path.join(dataDir, 'supergraph.graphql');
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(supergraph, compose([first, ...others, ...partners]).sdl);
  await serveSupergraph(supergraph, port);

  console.log('\nThe federated graph is ready. Ctrl-C stops it.\n');
  console.log(`  Gateway  http://127.0.0.1:${port}/graphql`);
  for (const { name, url } of [first, ...others, ...partners]) console.log(`  ${name}  ${url}`);
});

function serve({ name, url, isWhole }) {
  const args = ['bin/interurban.mjs', 'serve', ...(isWhole ? [] : ['--subgraphs', name])];
  return start(name, args, url);
}

function serveSupergraph(supergraph, port) {
  const config = path.join(root, 'federation/gateway.config.mjs');
  const args = [HIVE, 'supergraph', '--hive-router-runtime', '--config-path', config];
  // What it tells goes to standard output: of that, no more than what is wrong.
  return start('gateway', args, `http://127.0.0.1:${port}`, { SUPERGRAPH: supergraph, LOG_LEVEL: 'error' }, 'inherit');
}

/** Starts a process that is to listen at the address. Resolves when it is ready; when it ends, all end. */
async function start(name, args, url, settings = {}, output = 'ignore') {
  const env = { ...process.env, ...settings, HOST: '127.0.0.1', PORT: new URL(url).port };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', output, 'inherit'] });
  children.push(child);
  child.once('exit', (status) => {
    if (!isStopping) console.error(`${name} has ended (${status}).`);
    stop(isStopping ? undefined : 1);
    if (children.every(hasEnded)) process.exit();
  });
  while (!(await isReady(url))) await delay(100);
}

function isReady(url) {
  return fetch(new URL('/readyz', url)).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** One Ctrl-C reaches all of us. We end last, and take along whoever remains. */
function stop(status) {
  if (status !== undefined) process.exitCode = status;
  if (isStopping) return;
  isStopping = true;
  for (const child of children) if (!hasEnded(child)) child.kill('SIGTERM');
}

function hasEnded({ exitCode, signalCode }) {
  return exitCode !== null || signalCode !== null;
}
