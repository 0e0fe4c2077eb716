import type { Command } from 'commander';
import { loadConfig } from '../../config';
import { InterurbanError } from '../../errors';
import type { ResultsOptions } from './import-results';

/** Adds `results` to the command `import`. */
export function register(program: Command): void {
  program.commands
    .find((command) => command.name() === 'import')!
    .command('results')
    .description('attach figures of cities that were computed elsewhere to the version of the graph that they are of')
    .argument(
      '<path>',
      'Parquet, CSV, or a folder of Parquet files: a column id (or slug), and a column for each figure',
    )
    .requiredOption('--graph-version <version>', 'the version that the export named')
    .addHelpText(
      'after',
      '\nIt needs --source-name too: who computed them, and how. docs/scale.md shows the whole way.',
    )
    .action((path: string, _: unknown, command: Command) =>
      run(path, command.optsWithGlobals<Partial<ResultsOptions>>()),
    );
}

async function run(
  path: string,
  { graphVersion = '', sourceName, ...options }: Partial<ResultsOptions>,
): Promise<void> {
  if (sourceName === undefined) throw new InterurbanError('USAGE', 'Expected --source-name NAME, but got none.');
  const { sourceUrl } = options;
  if (sourceUrl !== undefined && !/^https?:\/\//i.test(sourceUrl))
    throw new InterurbanError(
      'USAGE',
      `--source-url: expected an address that begins with http:// or https://, got ${sourceUrl}`,
    );
  const { withClient } = require('../../data/client') as typeof import('../../data/client');
  const { importResults } = require('./import-results') as typeof import('./import-results');
  const report = await withClient(loadConfig(), (client) =>
    importResults(client, path, { graphVersion, sourceName, ...options }),
  );
  for (const problem of report.problems) console.error(`problem: ${problem}`);
  for (const [name, count] of report.counts) console.log(`${name}: ${count} cities`);
  if (report.problemCount > 0) {
    console.log(`${report.problemCount} problems: nothing was changed.`);
    process.exitCode = 1;
  } else console.log(options.dryRun ? 'A dry run: nothing was changed.' : `Attached to version ${graphVersion}.`);
}
