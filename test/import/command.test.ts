import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { createDataFolder } from '../support/folders';
import { endProgram } from '../support/program';

const program = path.join(__dirname, '../programs/interurban.ts');

let folder: string;

beforeEach(() => {
  folder = createDataFolder();
});

const children = new Set<ChildProcess>();

afterEach(async () => {
  // A test that fails leaves its server behind.
  await Promise.all([...children].map((child) => endProgram(child)));
  fs.rmSync(folder, { recursive: true, force: true });
});

function start(...args: string[]) {
  const { PATH, NODE_OPTIONS } = process.env;
  const env = {
    PATH,
    NODE_OPTIONS,
    INTERURBAN_DATA_DIR: folder,
    INTERURBAN_SAMPLE: 'false',
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function run(...args: string[]) {
  const child = start(...args);
  const [[status], output, errors] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { status: status as number, output, errors };
}

function writePackage(cities: string): string {
  const target = path.join(folder, 'package');
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(target, 'countries.csv'), 'code,name\nGB,United Kingdom\n');
  fs.writeFileSync(path.join(target, 'cities.csv'), `id,name,country,population\n${cities}`);
  return target;
}

test('import and export work beside a running server, which sees what they do', async () => {
  const url = await serve();
  const target = writePackage('york,York,GB,141685\n');
  const counts = (created: number, unchanged: number): string =>
    '             created    changed  unchanged    refused\n' +
    ['countries', 'cities   ']
      .map((name) => `${name}${[created, 0, unchanged, 0].map((count) => String(count).padStart(11)).join('')}\n`)
      .join('');
  expect(await run('import', target, '--dry-run')).toEqual({
    status: 0,
    output: `${counts(1, 0)}A dry run: nothing was changed.\n`,
    errors: '',
  });
  expect(await run('import', target)).toMatchObject({ status: 0, output: `${counts(1, 0)}Imported.\n` });
  expect(await run('import', target)).toMatchObject({
    output: `${counts(0, 1)}Everything was there already.\n`,
  });
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ cities { nodes { name population country { code } } } }"}',
  });
  expect(await answer.json()).toEqual({
    data: { cities: { nodes: [{ name: 'York', population: 141685, country: { code: 'GB' } }] } },
  });
  const exported = path.join(folder, 'new', 'export');
  expect(await run('export', exported)).toMatchObject({ status: 0, output: expect.stringMatching(/\ncities +1\n/) });
  expect(fs.readFileSync(path.join(exported, 'countries.csv'), 'utf8')).toBe('code,name\nGB,United Kingdom\n');
}, 120_000);

test('problems are told on standard error, with exit status 1', async () => {
  expect(await run('import', writePackage('york,York,GB,many\nely,Ely,FR,\n'))).toEqual({
    status: 1,
    output: expect.stringMatching(/\ncities +0 +0 +0 +2\nNothing was changed, because of the problems\.\n$/),
    errors:
      'problem: cities.csv, row 2, population: expected a whole number from 0 to 2147483647, in digits alone, got "many"\n' +
      'problem: cities.csv, row 3, country: expected an id in countries.csv or in the database, got "FR"\n' +
      '2 problems.\n',
  });
  expect(await run('import', path.join(folder, 'nowhere'))).toMatchObject({
    status: 1,
    output: '',
    errors: expect.stringMatching(/^Expected a file or a folder that can be read, got ENOENT for .*\n$/),
  });
}, 120_000);

test('options are checked before anything is done', async () => {
  expect(await run('import', 'gazetteer', '--min-population', '-1')).toMatchObject({
    status: 1,
    errors: '--min-population: expected a whole number, got "-1"\n',
  });
  expect(await run('import', 'x.gexf', '--kind', 'FRIENDS')).toMatchObject({
    status: 1,
    errors: expect.stringContaining('TWINNING, PEER_EXCHANGE'),
  });
  expect(fs.readdirSync(folder)).toEqual([]);
});

/** Starts a server, and gives the address of its GraphQL once it has printed it. */
async function serve(): Promise<string> {
  const { stdout } = start('serve');
  let printed = '';
  for await (const chunk of stdout) {
    printed += String(chunk);
    const [url] = /http:\S+\/graphql/.exec(printed) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`Expected a server, but got ${printed}`);
}
