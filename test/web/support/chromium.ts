import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const ROOT = path.join(__dirname, '../../..');
/** Runs a script of this repository, from the sources as they are. */
export async function runScript(script: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { cwd: ROOT, env });
  return stdout;
}

/** Starts the Chromium that `scripts/browser.mjs` finds, with nothing kept from before. */
export async function startChromium(): Promise<Browser> {
  const { executable, args, env } = JSON.parse(await runScript('scripts/browser.mjs')) as {
    executable: string;
    args: string[];
    env: Record<string, string>;
  };
  return chromium.launch({ executablePath: executable, args, env: { ...process.env, ...env }, timeout: 120_000 });
}
