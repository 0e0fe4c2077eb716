import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { messageOf } from '../../errors';
import { PROJECT_ROOT } from '../../project-root';

/** What is printed: the data of the template, as JSON. */
export interface Task {
  id: number;
  data: string;
}

export type Answer = { id: number; pdf: Uint8Array } | { id: number; error: string };

const FOLDER = path.join(PROJECT_ROOT, 'fact-sheets');

const FONTS = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

// Documents that can be read aloud (ISO 14289): the compiler refuses what is not tagged, titled, or told in words.
const STANDARD = 'ua-1';

const fontBlobs = FONTS.map((file) => readFileSync(require.resolve(`@expo-google-fonts/${file}`)));
const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs }] });

function print(data: string): Uint8Array<ArrayBuffer> {
  compiler.mapShadow(path.join(FOLDER, 'data.json'), Buffer.from(data));
  const compiled = compiler.compile({ mainFilePath: path.join(FOLDER, 'sheet.typ') });
  const { result } = compiled;
  if (!result)
    throw new Error(`The template could not be set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  const pdf = compiler.pdf(result, { pdfStandard: STANDARD });
  // What it remembers of one document helps little with the next, and is large.
  compiler.evictCache(0);
  return Uint8Array.from(pdf);
}

parentPort!.on('message', ({ id, data }: Task) => {
  try {
    const pdf = print(data);
    parentPort!.postMessage({ id, pdf } satisfies Answer, [pdf.buffer]);
  } catch (error) {
    parentPort!.postMessage({ id, error: messageOf(error) } satisfies Answer);
  }
});
