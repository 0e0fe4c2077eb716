import type { Progress } from './run';

const WIDTH = 30;
const labels = { reading: 'Reading', checking: 'Checking', merging: 'Writing' };

/** A bar on a terminal; nothing where the output goes elsewhere. */
export interface ProgressBar {
  onProgress?: (progress: Progress) => void;
  /** Removes the bar. */
  end(): void;
}

export function progressBar(output: NodeJS.WriteStream = process.stderr): ProgressBar {
  if (!output.isTTY) return { end: () => undefined };
  let shown = '';
  const show = (line: string): void => {
    if (line !== shown) output.write(`\r${line.padEnd(shown.length)}`);
    shown = line;
  };
  return {
    onProgress: ({ phase, done }) => {
      const part = Math.min(1, done);
      const bar = '#'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '.');
      show(`${labels[phase].padEnd(8)} [${bar}] ${String(Math.floor(part * 100)).padStart(3)} %`);
    },
    end: () => {
      show('');
      output.write('\r');
    },
  };
}
