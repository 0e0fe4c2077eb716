import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { answerTasks } from '../../answer-tasks';
import { messageOf } from '../../errors';
import { PROJECT_ROOT } from '../../project-root';

/** What is printed: the data of the template, as JSON. */
export interface Task {
  data: string;
}

export interface Printed {
  pdf: Uint8Array<ArrayBuffer>;
  /** What keeps it from conforming to the standard, where something does. */
  flaw?: string;
}

const FOLDER = path.join(PROJECT_ROOT, 'fact-sheets');

const FONTS = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

// Documents that can be read aloud (ISO 14289): tagged, titled, pictures told in words.
const STANDARD = 'ua-1';

const fontBlobs = FONTS.map((file) => readFileSync(require.resolve(`@expo-google-fonts/${file}`)));
const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs }] });

function print(data: string): Printed {
  compiler.mapShadow(path.join(FOLDER, 'data.json'), Buffer.from(data));
  const compiled = compiler.compile({ mainFilePath: path.join(FOLDER, 'sheet.typ') });
  const { result } = compiled;
  if (!result)
    throw new Error(`The template could not be set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  const printed = exported(result);
  // What it remembers of one document helps little with the next, and is large.
  compiler.evictCache(0);
  return printed;
}

function exported(document: NodeTypstDocument): Printed {
  try {
    return { pdf: Uint8Array.from(compiler.pdf(document, { pdfStandard: STANDARD })) };
  } catch (error) {
    // Texts are in whatever script their authors write, and the standard has no place for a character that no font has: one such
    // title must not keep everybody from the rest.
    return { pdf: Uint8Array.from(compiler.pdf(document)), flaw: messageOf(error) };
  }
}

answerTasks(
  ({ data }: Task) => print(data),
  ({ pdf }) => [pdf.buffer],
);
