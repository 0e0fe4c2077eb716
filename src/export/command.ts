import type { Command } from 'commander';
import { loadConfig } from '../config';

export function register(program: Command): void {
  program
    .command('export')
    .description('write everything into a folder, as a data package of CSV files')
    .argument('<folder>', 'made where it is missing; files of these names are replaced')
    .addHelpText('after', '\nThe format is described in docs/data-format.md.')
    .action(run);
}

async function run(folder: string): Promise<void> {
  const { withClient } = require('../data/client') as typeof import('../data/client');
  const { exportPackage } = require('./export-package') as typeof import('./export-package');
  const report = await withClient(loadConfig(), (client) => exportPackage(client, folder));
  const width = Math.max(...report.map(({ resource }) => resource.length));
  for (const { resource, rows } of report) console.log(`${resource.padEnd(width)}${String(rows).padStart(11)}`);
  console.log(`Written to ${folder}.`);
}
