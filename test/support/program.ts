import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const PROGRAM = path.join(__dirname, '../programs/interurban.ts');

export interface Result {
  status: number;
  output: string;
  errors: string;
}

export interface Started {
  child: ChildProcess;
  ended: Promise<Result>;
  /** The first thing of this form on its standard output. @throws Error when it ends before, with what it said */
  printed: (pattern: RegExp) => Promise<string>;
}

/** Starts a program of this project from its sources, with these settings alone in its environment. */
export function startProgram(args: readonly string[], settings: Record<string, string>, script = PROGRAM): Started {
  const { PATH, NODE_OPTIONS } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH, NODE_OPTIONS, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  const ended = told.then(([[status], output, errors]) => ({ status: status as number, output, errors }));
  const printed = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      let soFar = '';
      child.stdout.on('data', (chunk) => {
        soFar += String(chunk);
        const [found] = pattern.exec(soFar) ?? [];
        if (found !== undefined) resolve(found);
      });
      void ended.then(({ errors }) => reject(new Error(errors)));
    });
  return { child, ended, printed };
}

/** Ends a program that may have ended already, and resolves when it has: one that lives on holds what it was given of ours. */
export async function endProgram(child: ChildProcess | undefined, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child?.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
