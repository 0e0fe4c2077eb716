import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A program of an installed package, for `run`: its script, from node_modules. */
export const tool = (script) => [process.execPath, path.join(root, 'node_modules', script)];

/** Runs a command in the project's folder, with our output and without input. Resolves with its exit status. */
export function run([command, ...args], options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(status ?? `signal ${signal}`));
  });
}

/** Runs a command likewise, but holds back what it prints. Resolves with its exit status and its output. */
export function runHeldBack([command, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(data));
    child.once('error', reject);
    child.once('close', (status, signal) =>
      resolve({ status: status ?? `signal ${signal}`, output: Buffer.concat(output) }),
    );
  });
}

/** Runs npm: the one that runs us, else the one in the path. */
export function npm(...args) {
  const cli = process.env.npm_execpath ?? '';
  if (path.basename(cli).startsWith('npm')) return run([process.execPath, cli, ...args]);
  return run(['npm', ...args], { shell: process.platform === 'win32' });
}
