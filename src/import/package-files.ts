import fs from 'node:fs/promises';
import path from 'node:path';
import { codeOf, InterurbanError } from '../errors';
import { findResource, resources } from '../package/resources';
import type { Finding } from './findings';

/** The file of a resource. */
export interface PackageFile {
  resource: string;
  /** Where it is. */
  file: string;
  /** What it is called in the package. */
  name: string;
}

/** The files of a package that are ours, and warnings about those that are not. */
export interface PackageFiles {
  files: PackageFile[];
  warnings: Finding[];
}

const DESCRIPTOR = 'datapackage.json';
const CSV = /^(.+)\.csv(\.gz)?$/;

/**
 * Finds the CSV files of a package: of its datapackage.json, of a folder with one or, without one, with the files
 * alone, or a single CSV file.
 * @throws InterurbanError IMPORT_PATH when there are none
 */
export async function findPackageFiles(target: string): Promise<PackageFiles> {
  const found = await findFiles(target);
  if (found.files.length > 0) return found;
  const [first, ...others] = resources.map(({ name }) => `${name}.csv`);
  const expected = `a data package (${first}, ${others[2]} and so on, as docs/data-format.md has them)`;
  throw wrongPath(expected, `none at ${target}`);
}

async function findFiles(target: string): Promise<PackageFiles> {
  const stat = await statOf(target);
  if (!stat.isDirectory()) {
    if (target.endsWith('.json')) return describedFiles(target);
    return named(path.dirname(target), [path.basename(target)]);
  }
  const names = (await fs.readdir(target)).sort();
  if (names.includes(DESCRIPTOR)) return describedFiles(path.join(target, DESCRIPTOR));
  return named(
    target,
    names.filter((name) => CSV.test(name)),
  );
}

/** @throws InterurbanError IMPORT_PATH for what cannot be opened */
export async function statOf(target: string): Promise<Awaited<ReturnType<typeof fs.stat>>> {
  try {
    return await fs.stat(target);
  } catch (error) {
    throw wrongPath('a file or a folder that can be read', `${codeOf(error) ?? 'an error'} for ${target}`, error);
  }
}

/** Files whose names tell what they hold. */
function named(folder: string, names: readonly string[]): PackageFiles {
  const files: PackageFile[] = [];
  const warnings: Finding[] = [];
  for (const name of names) {
    const resource = CSV.exec(name)?.[1] ?? '';
    if (!findResource(resource)) warnings.push(ignored(name));
    else files.push({ resource, file: path.join(folder, name), name });
  }
  return { files: once(files), warnings };
}

/** Files that a descriptor names. Ours is the schema that counts. */
async function describedFiles(descriptor: string): Promise<PackageFiles> {
  const files: PackageFile[] = [];
  const warnings: Finding[] = [];
  for (const { name, path: file, encoding, dialect } of await readDescriptor(descriptor)) {
    if (typeof name !== 'string' || !findResource(name)) {
      warnings.push(ignored(`${DESCRIPTOR}, resource ${JSON.stringify(name)}`));
      continue;
    }
    const wrong = (expected: string, got: unknown): InterurbanError =>
      wrongPath(`${expected} for resource ${name} in ${descriptor}`, JSON.stringify(got));
    if (typeof file !== 'string' || !CSV.test(file) || path.isAbsolute(file) || file.split(/[\\/]/).includes('..'))
      throw wrong('one path of a CSV file below the package', file);
    if (encoding !== undefined && (typeof encoding !== 'string' || !/^utf-?8$/i.test(encoding)))
      throw wrong('encoding utf-8', encoding);
    const delimiter = (dialect as { delimiter?: unknown } | undefined)?.delimiter ?? ',';
    if (delimiter !== ',') throw wrong('delimiter ","', delimiter);
    const where = path.join(path.dirname(descriptor), file);
    await statOf(where);
    files.push({ resource: name, file: where, name: file });
  }
  return { files: once(files), warnings };
}

async function readDescriptor(descriptor: string): Promise<Record<string, unknown>[]> {
  let content: unknown;
  try {
    content = JSON.parse(await fs.readFile(descriptor, 'utf8'));
  } catch (error) {
    throw wrongPath('a descriptor in JSON', `${(error as Error).message} in ${descriptor}`, error);
  }
  const list = (content as { resources?: unknown } | null)?.resources;
  const isList = Array.isArray(list) && list.every((item) => typeof item === 'object' && item !== null);
  if (!isList) throw wrongPath('a descriptor with a list "resources"', descriptor);
  return list as Record<string, unknown>[];
}

function once(files: PackageFile[]): PackageFile[] {
  for (const [i, { resource, name }] of files.entries()) {
    const other = files.findIndex((file) => file.resource === resource);
    if (other < i) throw wrongPath(`one file of ${resource}`, `${files[other]!.name} and ${name}`);
  }
  return files;
}

const ignored = (file: string): Finding => ({ file, expected: 'a file of the format; it was left out' });

const wrongPath = (expected: string, got: string, cause?: unknown): InterurbanError =>
  new InterurbanError('IMPORT_PATH', `Expected ${expected}, got ${got}.`, { cause });
