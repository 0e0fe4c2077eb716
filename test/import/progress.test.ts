import { progressBar } from '../../src/import/progress';

const output = (isTTY: boolean) => {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { written, bar: progressBar(stream) };
};

test('a terminal shows how far an import has come, and nothing of it in the end', () => {
  const { written, bar } = output(true);
  for (const done of [0, 0.5, 0.501, 1.01]) bar.onProgress?.({ phase: 'reading', done });
  bar.end();
  const shown = (bar: string, percent: string): string => `\rReading  [${bar.padEnd(30, '.')}] ${percent} %`;
  expect(written).toEqual([
    shown('', '  0'),
    shown('#'.repeat(15), ' 50'),
    shown('#'.repeat(30), '100'),
    `\r${' '.repeat(47)}`,
    '\r',
  ]);
});

test('elsewhere there is no bar', () => {
  const { written, bar } = output(false);
  expect(bar.onProgress).toBeUndefined();
  bar.end();
  expect(written).toEqual([]);
});
