import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { graphFormats, type GraphFormat } from '../src/export/graph/formats';
import type { ExportMeasurement } from './exports/write-one';
import { writeRandomGraph } from './graph/random-graph';
import { table } from './table';

const SIZES = { small: [13_000, 100_000], medium: [150_000, 1_000_000], large: [150_000, 5_000_000] } as const;

/**
 * `npm run bench -- exports [small | medium | large]`: the exported files of a random graph, each written by a process of its own
 * to nowhere. A million links by default.
 */
export async function run([size = 'medium']: string[]): Promise<void> {
  const counts = SIZES[size as keyof typeof SIZES] as readonly [number, number] | undefined;
  if (!counts) throw new Error(`Expected one of ${Object.keys(SIZES).join(', ')}, but got ${size}.`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-bench-'));
  try {
    const file = writeRandomGraph(path.join(folder, size), counts);
    const rows: string[][] = [];
    for (const [format, { isOfOneTable }] of Object.entries<GraphFormat>(graphFormats))
      for (const part of isOfOneTable ? (['nodes', 'edges'] as const) : (['edges'] as const)) {
        const measured = await measure([JSON.stringify(file), format, part]);
        rows.push([
          isOfOneTable ? `${format}, ${part}` : format,
          (measured.milliseconds / 1000).toFixed(1),
          (measured.cpu / 1000).toFixed(1),
          (measured.bytes / 1e6).toFixed(0),
          (measured.memory / 1e6).toFixed(0),
          measured.delay.toFixed(0),
        ]);
      }
    const head = ['format', 's', 's of CPU', 'MB', 'MB of memory, above the graph', 'ms that the main loop waits, p99'];
    console.log(
      `${counts[0].toLocaleString('en')} cities, ${counts[1].toLocaleString('en')} links\n\n${table(head, rows)}`,
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function measure(args: string[]): Promise<ExportMeasurement> {
  const child = fork(require.resolve('./exports/write-one'), args);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Expected a measurement, but the process ended with ${code}.`)));
    child.once('message', (measurement: ExportMeasurement) => resolve(measurement));
  });
}
