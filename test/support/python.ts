import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

/** The Python that tests use. */
export const PYTHON = process.env['PYTHON'] ?? 'python3';

/** `test` where there is Python; elsewhere a test that says it was skipped. */
export const testWithPython = (): jest.It => testWith('import sys', 'Skipped what needs Python: install python3.');

/** `test` where Python has networkx (Debian: python3-networkx) and other modules; elsewhere a test that says it was skipped. */
export const testWithNetworkx = (...others: string[]): jest.It => {
  const modules = ['networkx', ...others];
  return testWith(
    `import ${modules.join()}`,
    `Skipped what needs ${modules.join(' and ')}: install python3-networkx, or name a Python that has it in PYTHON.`,
  );
};

function testWith(statement: string, otherwise: string): jest.It {
  try {
    execFileSync(PYTHON, ['-c', statement], { stdio: 'ignore' });
    return test;
  } catch {
    console.warn(otherwise);
    return test.skip;
  }
}

/** What a script prints. @throws with what it says on standard error, where it fails */
export async function python(script: string, settings: Record<string, string>, ...args: string[]): Promise<string> {
  const { PATH } = process.env;
  const options = { env: { PATH, ...settings } as NodeJS.ProcessEnv, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(PYTHON, ['-B', script, ...args], options);
  return stdout;
}
