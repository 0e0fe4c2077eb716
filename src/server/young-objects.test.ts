import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const REGISTER = path.resolve(__dirname, '../../test/support/register.cjs');
const MODULE = path.join(__dirname, 'young-objects.ts');

/** Keeps so many objects of one place that V8 expects all from there to be kept; gives what it says of that. */
async function traced(before: string): Promise<string> {
  const script = `${before};
    const made = (i) => ({ i, more: [i] });
    const kept = [];
    for (let round = 0; round < 6; round++) {
      for (let i = 0; i < 20_000; i++) kept.push(made(i));
      gc({ type: 'minor' });
    }`;
  const flags = ['--expose-gc', '--trace-pretenuring', '--trace-pretenuring-statistics'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, '--require', REGISTER, '--eval', script]);
  return stdout;
}

test('objects begin among the young ones, whatever became of those before them', async () => {
  expect(await traced('')).toMatch(/AllocationSite.* => (maybe )?tenure/);
  expect(await traced(`require(${JSON.stringify(MODULE)}).keepObjectsYoung()`)).not.toContain('AllocationSite');
});
