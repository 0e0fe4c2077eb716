import { Command } from 'commander';
import { register as registerDocuments } from './documents';
import { register as registerEvents } from './events';
import { register as registerExportGraph } from './export-graph';
import { register as registerExport } from '../export/command';
import { register as registerImport } from '../import/command';
import { register as registerMergeCities } from '../import/merge-cities/command';
import { register as registerImportResults } from '../import/results/command';
import { register as registerMigrate } from './migrate';
import { register as registerSchema } from './schema';
import { register as registerServe } from './serve';
import { register as registerToken } from './token';

/** Every command. Each loads its own code when it runs, so that --help answers at once. */
export function createProgram(version: string): Command {
  const program = new Command('interurban')
    .description('An open data platform for networks of cities, served as one typed graph.')
    .version(version, '-v, --version')
    .addHelpText('after', '\nSettings come from environment variables: see docs/settings.md.')
    .showHelpAfterError('(--help tells what there is)');
  for (const register of [
    registerServe,
    registerMigrate,
    registerImport,
    registerImportResults,
    registerExport,
    registerExportGraph,
    registerMergeCities,
    registerEvents,
    registerDocuments,
    registerSchema,
    registerToken,
  ])
    register(program);
  return program;
}
