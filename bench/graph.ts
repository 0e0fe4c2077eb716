import { fork, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '../src/project-root';
import { TASKS, type GraphMeasurement } from './graph/measurement';
import { measureDelays } from './graph/delays';
import { type GraphFile, writeRandomGraph } from './graph/random-graph';
import { table } from './table';

const SIZES = { small: [13_000, 100_000], medium: [150_000, 1_000_000], large: [150_000, 5_000_000] } as const;
type Size = keyof typeof SIZES;

type Contender = (file: GraphFile) => Promise<GraphMeasurement | undefined>;

const CONTENDERS: Record<string, Contender> = {
  interurban: (file) => inProcess('./graph/interurban', file),
  graphology: async (file) => (file.linkCount > 1_000_000 ? undefined : inProcess('./graph/graphology', file)),
  igraph: (file) => inPython('bench/graph/igraph_contender.py', file),
};

/**
 * `npm run bench -- graph [small] [medium] [large]`: the graph engine against graphology and, where python3 has it,
 * igraph, each in a process of its own, on the same random graphs. All three sizes by default.
 */
export async function run(sizes: string[]): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-bench-'));
  try {
    for (const size of sizes.length > 0 ? sizes.map(toSize) : (Object.keys(SIZES) as Size[])) {
      const file = writeRandomGraph(path.join(folder, size), SIZES[size]);
      await compare(file);
      console.log(await measureDelays(file));
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function toSize(text: string): Size {
  if (text in SIZES) return text as Size;
  throw new Error(`Expected sizes out of ${Object.keys(SIZES).join(', ')}, but got ${text}.`);
}

async function compare(file: GraphFile): Promise<void> {
  const results: [string, GraphMeasurement][] = [];
  for (const [name, contender] of Object.entries(CONTENDERS)) {
    const measurement = await contender(file);
    if (measurement) results.push([name, measurement]);
  }
  const count = (value: number): string => value.toLocaleString('en');
  const milliseconds = (value: number | null | undefined): string =>
    value == null ? '–' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2);
  const rows = Object.entries(TASKS).map(([task, title]) => [
    title,
    ...results.map(([, measurement]) => milliseconds(measurement[task as keyof GraphMeasurement])),
  ]);
  const title = `${count(file.nodeCount)} cities, ${count(file.linkCount)} links`;
  console.log(`\n${table([title, ...results.map(([name]) => name)], rows)}`);
}

function inProcess(module: string, file: GraphFile): Promise<GraphMeasurement> {
  const child = fork(require.resolve(module), [JSON.stringify(file)]);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Expected a measurement, but ${module} ended with ${code}.`)));
    child.once('message', (measurement: GraphMeasurement) => resolve(measurement));
  });
}

/** Undefined where python3 or the package is not installed, which the script tells by ending with 3. */
function inPython(script: string, file: GraphFile): Promise<GraphMeasurement | undefined> {
  const python = process.env['PYTHON'] ?? 'python3';
  const child = spawn(python, [path.join(PROJECT_ROOT, script), JSON.stringify(file)], {
    env: { ...process.env, OMP_NUM_THREADS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as GraphMeasurement);
      else if (code === 3) resolve(undefined);
      else reject(new Error(`Expected a measurement, but ${script} ended with ${code}.`));
    });
  });
}
