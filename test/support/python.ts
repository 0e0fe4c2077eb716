import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const PYTHON = process.env['PYTHON'] ?? 'python3';

/** `test` where Python has networkx (Debian: python3-networkx); elsewhere a test that says it was skipped. */
export function testWithNetworkx(): jest.It {
  try {
    execFileSync(PYTHON, ['-c', 'import networkx'], { stdio: 'ignore' });
    return test;
  } catch {
    console.warn('Skipped what needs networkx: install python3-networkx, or name a Python that has it in PYTHON.');
    return test.skip;
  }
}

/** What a script prints. @throws with what it says on standard error, where it fails */
export async function python(script: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(PYTHON, [script, ...args], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
