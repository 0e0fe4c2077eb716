import { Option, type Command } from 'commander';
import type { ClientBase } from 'pg';
import { loadConfig } from '../config';
import { InterurbanError } from '../errors';
import { collaborationKinds } from '../package/resources/collaborations';
import type { GraphOptions } from './graph/import-graph';
import type { ImportReport } from './report';
import type { ImportOptions } from './run';

interface CommandOptions extends GraphOptions {
  minPopulation?: string;
}

const dryRun = (): Option => new Option('--dry-run', 'check everything and tell what would change, but change nothing');

export function register(program: Command): void {
  const command = program
    .command('import')
    .description('add and update what a data package, a folder of its CSV files or a graph (GEXF, GraphML) holds')
    .argument('<path>', 'the folder or file; CSV files and graphs may be compressed (.gz)')
    .addOption(dryRun())
    .addOption(
      new Option('--kind <kind>', 'of a graph: what its edges are').choices(collaborationKinds).default('TWINNING'),
    )
    .option('--source-name <name>', "of a graph: where it is from (default: the file's name)")
    .option('--source-url <url>', "of a graph: its source's address")
    .addHelpText('after', '\nThe formats are described in docs/data-format.md.')
    .action((path: string, options: CommandOptions) => run(options, (client, all) => importPath(client, path, all)));
  command
    .command('gazetteer')
    .description("add the world's cities, 135,233 of them")
    .option('--min-population <number>', 'only those with as many inhabitants', '0')
    .addOption(dryRun())
    .action((_: CommandOptions, gazetteer: Command) => {
      const options = gazetteer.optsWithGlobals<CommandOptions>();
      const minPopulation = wholeNumber('--min-population', options.minPopulation ?? '0');
      return run(options, (client, all) => {
        const { importGazetteer } = require('./gazetteer') as typeof import('./gazetteer');
        return importGazetteer(client, { ...all, minPopulation });
      });
    });
}

function importPath(client: ClientBase, path: string, options: GraphOptions): Promise<ImportReport> {
  const { importGraph, isGraphFile } = require('./graph/import-graph') as typeof import('./graph/import-graph');
  if (isGraphFile(path)) return importGraph(client, path, options);
  const { importPackage } = require('./import-package') as typeof import('./import-package');
  return importPackage(client, path, options);
}

/** Runs an import on the configured database and tells what it did. Problems make exit status 1. */
async function run(
  options: CommandOptions,
  start: (client: ClientBase, options: ImportOptions & GraphOptions) => Promise<ImportReport>,
): Promise<void> {
  const { withClient } = require('../data/client') as typeof import('../data/client');
  const { printReport } = require('./print-report') as typeof import('./print-report');
  const { progressBar } = require('./progress') as typeof import('./progress');
  const bar = progressBar();
  const report = await withClient(loadConfig(), (client) =>
    start(client, { ...options, onProgress: bar.onProgress }),
  ).finally(() => bar.end());
  const { summary, findings } = printReport(report, options.dryRun === true);
  if (findings !== '') console.error(findings);
  console.log(summary);
  if (report.problemCount > 0) process.exitCode = 1;
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new InterurbanError('OPTION', `${option}: expected a whole number, got ${JSON.stringify(text)}`);
}
