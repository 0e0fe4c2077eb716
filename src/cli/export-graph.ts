import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import { loadConfig } from '../config';
import { codeOf, InterurbanError } from '../errors';

interface Options {
  format?: string;
  filter?: string;
  table: string;
  isolates: boolean;
  results?: boolean;
  all?: boolean;
}

const FORMATS = ['gexf', 'graphml', 'json', 'csv.zip', 'parquet'] as const;
type Format = (typeof FORMATS)[number];

/** Adds `graph` to the command `export`. */
export function register(program: Command): void {
  program.commands
    .find((command) => command.name() === 'export')!
    .command('graph')
    .description('write the graph of cities into a file for networkx, igraph, Gephi or Spark')
    .argument('[file]', `its ending says the format: ${FORMATS.map((format) => `.${format}`).join(', ')}`)
    .addOption(new Option('--format <format>', 'of standard output, where there is no file').choices(FORMATS))
    .option('--filter <json>', 'a GraphFilter of the API: {"layers":["ADOPTION"],"since":"2020-01-01"}')
    .addOption(
      new Option('--table <table>', 'of Parquet, whose files hold one').choices(['edges', 'nodes']).default('edges'),
    )
    .option('--no-isolates', 'leave out cities without a link')
    .option('--results', 'with the figures that `interurban import results` attached')
    .option('--all', 'with what not everybody may see; do not publish it')
    .addHelpText('after', '\nFormats and columns are described in docs/exports.md.')
    .action(run);
}

async function run(file: string | undefined, options: Options): Promise<void> {
  const format = formatOf(file, options);
  const { openGraph } = require('./open-graph') as typeof import('./open-graph');
  const { graphFormats } = require('../export/graph/formats') as typeof import('../export/graph/formats');
  const { graph, close } = await openGraph(loadConfig(), options);
  try {
    const content = graphFormats[format].write(graph, options.table as 'edges' | 'nodes');
    if (file === undefined) await pipeline(content, process.stdout);
    else await writeWhole(file, content);
    const { version, digest } = graph.about;
    console.error(`Version ${version}, SHA-256 ${digest}.`);
  } finally {
    await close();
  }
}

function formatOf(file: string | undefined, { format }: Options): Format {
  const found = file === undefined ? format : FORMATS.find((name) => file.toLowerCase().endsWith(`.${name}`));
  if (found !== undefined && (file === undefined || format === undefined || format === found)) return found as Format;
  const expected = `a file that ends in ${FORMATS.map((name) => `.${name}`).join(', ')}, or --format without a file`;
  throw new InterurbanError(
    'USAGE',
    `Expected ${expected}, got ${[file, format].filter(Boolean).join(' and ') || 'none'}.`,
  );
}

/** A file appears when all of it is written. */
async function writeWhole(file: string, content: AsyncIterable<string | Uint8Array>): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(content, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const code = codeOf(error);
    if (code === undefined || !['EACCES', 'ENOENT', 'ENOTDIR', 'EROFS', 'ENOSPC', 'EPERM', 'EISDIR'].includes(code))
      throw error;
    throw new InterurbanError('EXPORT_FILE', `Expected a file that can be written, got ${code} for ${file}.`, {
      cause: error,
    });
  }
}
