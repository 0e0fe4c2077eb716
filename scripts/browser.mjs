// Finds a Chromium for the tests of web/, or installs one. `node scripts/browser.mjs` says what it did, and prints how to start it.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ARGUMENTS, fontConfiguration } from './browser-settings.mjs';
import { main } from './ensure.mjs';
import { withLock } from './lock.mjs';
import { root, run } from './run.mjs';

/** Where what was found, and what is unpacked, is kept: of its own in the tests of this file. */
const CACHE = process.env.CHROMIUM_CACHE ?? path.join(root, 'node_modules/.cache/chromium');
const FOUND = path.join(CACHE, 'found.json');
const UNPACKED = path.join(CACHE, 'unpacked');
const PARTS = ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br'];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const SYSTEM = [
  ...(process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** From where a Chromium may come, in the order in which they are tried. */
const sources = [
  { name: 'the system', find: () => SYSTEM.find(existsSync) },
  { name: 'Playwright’s download', find: async () => (await import('playwright-core')).chromium.executablePath() },
  { name: 'the package @sparticuz/chromium', find: () => unpack() },
  {
    name: 'the package @sparticuz/chromium, with its libraries',
    find: () => unpack(),
    libraries: path.join(UNPACKED, 'al2023/lib'),
  },
  { name: 'Debian’s package chromium, which was installed now', find: install },
];

/** @returns {Promise<{ executable: string, env: Record<string, string>, from: string, version: string }>} */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return named(process.env.CHROMIUM_PATH);
  const known = recall();
  if (known) return known;
  mkdirSync(CACHE, { recursive: true });
  return withLock(path.join(CACHE, '.lock'), async () => recall() ?? (await find()));
}

/** The one that somebody wants, and no other. */
async function named(executable) {
  try {
    return { executable, env: {}, from: 'CHROMIUM_PATH', version: await versionOf(executable, {}) };
  } catch (error) {
    throw new Error(`Expected CHROMIUM_PATH to name a Chromium that runs here, but ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** What was found the last time, if it is still there. */
function recall() {
  if (!existsSync(FOUND)) return undefined;
  const found = JSON.parse(readFileSync(FOUND, 'utf8'));
  return existsSync(found.executable) ? found : undefined;
}

async function find() {
  const refused = [];
  for (const { name, find, libraries } of sources) {
    const executable = await Promise.resolve(find()).catch((error) => void refused.push(`${name}: ${error.message}`));
    if (!executable || !existsSync(executable)) continue;
    const env = libraries ? { LD_LIBRARY_PATH: libraries } : {};
    try {
      const version = await versionOf(executable, env);
      const found = { executable, env, from: name, version };
      writeFileSync(FOUND, JSON.stringify(found));
      return found;
    } catch (error) {
      refused.push(`${name}: ${reasonOf(error)}`);
    }
  }
  throw new Error(
    `Expected a Chromium that runs here, but found none. Name one in CHROMIUM_PATH.\n${refused.join('\n')}`,
  );
}

const reasonOf = ({ message }) => message.split('\n').slice(0, 2).join(' ');

/** Tells whether it runs here: whether all libraries that it needs are there. */
async function versionOf(executable, env) {
  const { stdout } = await promisify(execFile)(executable, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...env },
    timeout: 30_000,
  });
  return stdout.trim();
}

/** Unpacks the browser that ships inside the package; it unpacks into the folder for temporary files, so that is ours meanwhile. */
async function unpack() {
  const executable = path.join(UNPACKED, 'chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (existsSync(executable)) return executable;
  console.error('Unpacking Chromium for the tests …');
  const parcel = path.join(root, 'node_modules/@sparticuz/chromium');
  const { inflate } = await import(pathToFileURL(path.join(parcel, 'build/esm/lambdafs.js')));
  const [temporary, unpacking] = [process.env.TMPDIR, `${UNPACKED}.part`];
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  process.env.TMPDIR = unpacking;
  try {
    for (const part of PARTS) await inflate(path.join(parcel, 'bin', part));
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  renameSync(unpacking, UNPACKED);
  return executable;
}

/** Where nothing else runs, and only there: as root on Debian and its like. */
async function install() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.error('Installing Debian’s package chromium for the tests …');
  await run(['apt-get', 'update', '-qq']);
  await run(['apt-get', 'install', '-qq', '--yes', '--no-install-recommends', 'chromium']);
  return '/usr/bin/chromium';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const found = await findBrowser();
    console.error(`Tests run in ${found.version}, from ${found.from}.`);
    const env = { ...found.env, FONTCONFIG_FILE: fontConfiguration() };
    console.log(JSON.stringify({ ...found, env, args: ARGUMENTS }));
  });
}
