// Brings node_modules and dist/ up to date with the sources. Does nothing, within a moment, where they are.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { npm, root, run, tool } from './run.mjs';

const at = (...names) => path.join(root, ...names);
const read = (file) => readFileSync(at(file), 'utf8');

/** Tells what the server in dist/ was made from. */
export const serverStamp = at('dist/.server-sources');

/** Whatever the environment of who builds says: libraries then leave out what only helps who develops. */
const production = { env: { ...process.env, NODE_ENV: 'production' } };

/** For programs that tell of their success at length. */
const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };

/** What is made from what, and how. Each has a stamp, which holds the digest of the sources that it was made from. */
const products = [
  {
    name: 'the server',
    sources: ['src', 'migrations', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    stamp: serverStamp,
    make: async () => {
      for (const folder of ['src', 'migrations']) rmSync(at('dist', folder), { recursive: true, force: true });
      return run([...tool('typescript/bin/tsc'), '--project', 'tsconfig.build.json']);
    },
  },
  {
    name: 'GraphiQL',
    sources: ['web/graphiql', 'web/build', 'package-lock.json'],
    stamp: at('dist/web/.graphiql-sources'),
    make: () => run([...tool('vite/bin/vite.js'), 'build', 'web/graphiql', '--logLevel=warn'], production),
  },
  {
    name: 'the explorer',
    sources: [
      'web/index.html',
      'web/vite.config.mts',
      'web/build',
      'web/src',
      'schema/schema.graphql',
      'package-lock.json',
    ],
    stamp: at('dist/web/.explorer-sources'),
    make: () => run([...tool('vite/bin/vite.js'), 'build', 'web', '--logLevel=warn'], production),
  },
  {
    name: 'the types of the explorer’s documents',
    sources: ['schema/schema.graphql', 'web/tsconfig.json', 'package-lock.json'],
    stamp: at('dist/web/.schema-types-sources'),
    make: () => run([...tool('gql.tada/bin/cli.js'), 'generate-output', '--tsconfig=web/tsconfig.json'], quiet),
  },
];

/**
 * Installs and builds what is missing or stale; one process at a time.
 * @param names the products that are wanted; all of them if left out
 */
export async function ensure(...names) {
  checkNode();
  const wanted = products.filter(({ name }) => names.length === 0 || names.includes(name));
  if (isInstalled() && wanted.every(isCurrent)) return;
  await withLock(at('.ensure.lock'), async () => {
    if (!isInstalled()) await install();
    for (const product of wanted) if (!isCurrent(product)) await make(product);
  });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [, wantedMajor, wantedMinor] = /(\d+)\.(\d+)/.exec(JSON.parse(read('package.json')).engines.node).map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Error(`Expected Node.js ${wantedMajor}.${wantedMinor} or newer, got ${process.version}.`);
}

/** Installs what a folder with a package of its own needs, such as `federation`, where it is missing or stale. */
export async function ensureFolder(folder) {
  if (isInstalled(folder)) return;
  await withLock(at('.ensure.lock'), async () => {
    if (isInstalled(folder)) return;
    console.error(`Installing packages for ${folder} …`);
    check('npm ci', await npm('ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'));
  });
}

/** Whether node_modules holds what package-lock.json asks for; optional packages may be for other platforms. */
function isInstalled(folder = '.') {
  const installed = path.join(folder, 'node_modules/.package-lock.json'); // npm writes it last.
  if (!existsSync(at(installed))) return false;
  const found = JSON.parse(read(installed)).packages;
  return Object.entries(JSON.parse(read(path.join(folder, 'package-lock.json'))).packages).every(
    ([place, wanted]) =>
      place === '' ||
      (found[place] ? found[place].integrity === wanted.integrity : wanted.optional || wanted.devOptional),
  );
}

async function install() {
  console.error('Installing packages …');
  check('npm ci', await npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'));
}

const isCurrent = ({ sources, stamp }) => existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(sources);

async function make({ name, sources, stamp, make }) {
  console.error(`Building ${name} …`);
  const digest = digestOf(sources); // Before: what changes meanwhile is built the next time.
  rmSync(stamp, { force: true });
  check(`The build of ${name}`, await make());
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function check(what, status) {
  if (status !== 0) throw new Error(`${what} failed with ${status}; the reason is above.`);
}

function digestOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn).sort()) hash.update(`${file}\0${read(file)}\0`);
  return hash.digest('hex');
}

function filesIn(name) {
  if (!existsSync(at(name))) return [];
  if (name.includes('.')) return [name];
  const entries = readdirSync(at(name), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** Runs a script's main function; what it throws ends the process with one line. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(() => ensure(...process.argv.slice(2)));
