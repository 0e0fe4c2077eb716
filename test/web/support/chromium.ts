import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const ROOT = path.join(__dirname, '../../..');
const CACHE = path.join(ROOT, 'node_modules/.cache/chromium');

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader', // WebGL, computed by the processor
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Runs a script of this repository, from the sources as they are. */
export async function runScript(script: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { cwd: ROOT, env });
  return stdout;
}

/** Starts the Chromium that `scripts/browser.mjs` finds, with nothing kept from before. */
export async function startChromium(): Promise<Browser> {
  const found = JSON.parse(await runScript('scripts/browser.mjs')) as {
    executable: string;
    env: Record<string, string>;
  };
  return chromium.launch({
    executablePath: found.executable,
    args: ARGUMENTS,
    env: { ...process.env, ...found.env, FONTCONFIG_FILE: fontsOfTests() },
  });
}

/**
 * Says which fonts there are: those of npm packages alone, so that pages look the same on every machine, and Chinese is not boxes.
 * Systems without fontconfig have fonts for all.
 */
function fontsOfTests(): string {
  const folders = [
    'node_modules/@expo-google-fonts/noto-sans-sc/400Regular',
    'node_modules/@expo-google-fonts/noto-sans-sc/700Bold',
    'node_modules/.cache/chromium/unpacked/fonts/fonts/Open_Sans',
  ];
  const families = ['Open Sans', 'Noto Sans SC'];
  const file = path.join(CACHE, 'fonts.conf');
  const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${folders.map((folder) => `<dir>${path.join(ROOT, folder)}</dir>`).join('\n  ')}
  <cachedir>${path.join(CACHE, 'fontconfig')}</cachedir>
  ${['sans-serif', 'system-ui'].map((name) => alias(name, families)).join('\n  ')}
</fontconfig>
`;
  fs.mkdirSync(CACHE, { recursive: true });
  fs.writeFileSync(`${file}.${process.pid}`, configuration);
  fs.renameSync(`${file}.${process.pid}`, file);
  return file;
}

const alias = (name: string, families: string[]): string =>
  `<alias binding="strong"><family>${name}</family><prefer>${families.map((f) => `<family>${f}</family>`).join('')}</prefer></alias>`;
