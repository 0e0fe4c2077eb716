import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Facts, FACT_COLUMNS } from '../../src/export/graph/city-facts';
import { edgeTable, nodeTable } from '../../src/export/graph/exporter';
import { graphFormats, type GraphFormat, type GraphFormatName, type GraphTable } from '../../src/export/graph/formats';
import { paced } from '../../src/export/paced';
import type { Cell } from '../../src/export/table';
import { exportGraph } from '../../src/insights/export-graph';
import { graphOfRecords } from '../../src/insights/graph/build';
import { sharedTexts } from '../../src/insights/graph/shared-texts';
import type { GraphTables } from '../../src/insights/store/tables';
import { type GraphFile, readRandomGraph } from '../graph/random-graph';

/** What it takes to write a file: times in milliseconds. */
export interface ExportMeasurement {
  milliseconds: number;
  cpu: number;
  bytes: number;
  /** The most that the process took above what it had taken before the first byte. */
  memory: number;
  /** Of the main loop, p99. */
  delay: number;
}

const [, , fileAsJson, format, part] = process.argv as [string, string, string, GraphFormatName, GraphTable];

async function measure(): Promise<ExportMeasurement> {
  const random = JSON.parse(fileAsJson) as GraphFile;
  const graph = graphOfRecords(readRandomGraph(random).records);
  const slugs = Array.from({ length: random.nodeCount }, (_, city) => `city-${String(city).padStart(7, '0')}`);
  // What leaves with a graph; of what else there is in tables, it was made.
  const tables = {
    version: '1',
    asOf: '',
    slugs: sharedTexts(slugs),
    cities: Int32Array.from(slugs.keys()),
  } as GraphTables;
  const layers = new Map([['COLLABORATION', graph] as const]);
  const exported = exportGraph({
    derived: { graph, layers, isolates: Int32Array.of(), omittedNetworks: [] },
    tables,
    name: 'random',
  });
  const rows = slugs.map((slug): Cell[] => [
    slug,
    'São Paulo',
    'BR',
    'LATIN_AMERICA',
    12_325_232,
    -23.5475,
    -46.6361,
    'Q174',
    '3448439',
    'BRSAO',
  ]);
  if (rows[0]!.length !== FACT_COLUMNS.length + 1) throw new Error('Expected facts for every column.');
  const facts = new Facts([{ last: slugs.at(-1)!, rows: Buffer.from(JSON.stringify(rows)) }]);
  const file = {
    about: { version: '1', digest: '', filter: '{}' },
    isDirected: exported.isDirected,
    isMultigraph: false,
    nodes: nodeTable(() => exported.cities(), facts, []),
    edges: edgeTable(() => exported.links()),
  };
  const found: GraphFormat = graphFormats[format];
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const before = process.memoryUsage.rss();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  delays.enable();
  let bytes = 0;
  let most = before;
  for await (const piece of paced(found.write(file, part))) {
    bytes += Buffer.byteLength(piece);
    most = Math.max(most, process.memoryUsage.rss());
  }
  delays.disable();
  const { user, system } = process.cpuUsage(cpu);
  return {
    milliseconds: performance.now() - start,
    cpu: (user + system) / 1000,
    bytes,
    memory: most - before,
    delay: delays.percentile(99) / 1e6,
  };
}

void measure().then((measurement) => process.send!(measurement));
