import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { graphOfRecords } from '../src/insights/graph/build';
import { requireSame } from './graph/answers';
import { CONTENDERS, inProcess } from './graph/contenders';
import { measureDelays } from './graph/delays';
import type { EstimateCheck } from './graph/estimates';
import type { Assignment, GraphMeasurement } from './graph/measurement';
import { type GraphFile, readRandomGraph, writeRandomGraph } from './graph/random-graph';
import { type Comparison, count, type Result, section } from './graph/report';
import { writeSection } from './results';
import { table } from './table';

const SIZES = { small: [13_000, 100_000], medium: [150_000, 1_000_000], large: [150_000, 5_000_000] } as const;
type Size = keyof typeof SIZES;

/** Half of the smallest of them. */
const WARM_UP = [6_500, 50_000] as const;

/** Of communities: 50, 5 and 1 of them, so that they take about as long in all. */
const seedsFor = (linkCount: number): number[] => Array.from({ length: 5_000_000 / linkCount }, (_, i) => 42 + i);

/**
 * `npm run bench -- graph [small] [medium] [large]`: the graph engine against graphology and, where python3 has it,
 * igraph, each in processes of its own, on the same random graphs; and what questions take beside what they were expected to. All
 * three sizes by default, which also writes the section of bench/RESULTS.md.
 */
export async function run(names: string[]): Promise<void> {
  const sizes = names.length > 0 ? names.map(toSize) : (Object.keys(SIZES) as Size[]);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-bench-'));
  const sections: string[] = [];
  const show = (text: string): void => {
    console.log(`\n${text}`);
    sections.push(text);
  };
  try {
    const warmUp = writeRandomGraph(path.join(folder, 'warm-up'), WARM_UP);
    const files = sizes.map((size) => writeRandomGraph(path.join(folder, size), SIZES[size], seedsFor(SIZES[size][1])));
    for (const file of files) show(section(await compare({ file, warmUp })));
    show(await checkEstimates(files, warmUp));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  if (names.length === 0) writeSection('Graph', [about(), ...sections].join('\n\n'));
}

function toSize(text: string): Size {
  if (text in SIZES) return text as Size;
  throw new Error(`Expected sizes out of ${Object.keys(SIZES).join(', ')}, but got ${text}.`);
}

const about = (): string =>
  `${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}. ` +
  'Times in ms, warm and cold. [What is measured](README.md#graph).';

/** @throws where one answers differently */
async function compare({ file, warmUp }: Required<Assignment>): Promise<Comparison> {
  const graph = graphOfRecords(readRandomGraph(file).records);
  const results: Result[] = [];
  let own: GraphMeasurement | undefined;
  for (const [name, contender] of Object.entries(CONTENDERS)) {
    const result = { name, cold: await contender({ file }), warm: await contender({ file, warmUp }) };
    results.push(result);
    for (const measured of [result.cold, result.warm]) {
      if (typeof measured === 'string') continue;
      own ??= measured;
      requireSame(name, measured.answers, own.answers, graph);
    }
  }
  return { file, results, delays: await measureDelays(file) };
}

async function checkEstimates(files: readonly GraphFile[], warmUp: GraphFile): Promise<string> {
  const checks: EstimateCheck[][] = [];
  for (const file of files) checks.push(await inProcess('./estimates', { file, warmUp }));
  const head = [
    'question',
    ...files.map(({ nodeCount, linkCount }) => `${count(nodeCount)} cities, ${count(linkCount)} links`),
  ];
  const rows = checks[0]!.map(({ question }, i) => [question, ...checks.map((ofSize) => inWords(ofSize[i]!))]);
  return `What questions were expected to take, what they took (in s), and how many times too long the estimate was:\n\n${table(head, rows)}`;
}

const inWords = ({ expected, taken }: EstimateCheck): string =>
  [expected, taken, expected / taken].map((value) => value.toPrecision(2)).join(' · ');
