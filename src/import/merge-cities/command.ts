import type { Command } from 'commander';
import { loadConfig } from '../../config';
import type { MergeReport } from './merge-cities';

export function register(program: Command): void {
  program
    .command('merge-cities')
    .description('make one city of two that are the same; the ids of the former one lead to the other one from then on')
    .argument('<former>', 'the id (slug) of the city that becomes part of the other one')
    .argument('<into>', 'the id (slug) of the city that stays')
    .option('--dry-run', 'tell what would become of everything, but change nothing')
    .addHelpText(
      'after',
      '\nWhere both have a record of the same thing (a membership at the same time, an adoption of the same solution), that of the city ' +
        'that stays counts, and the other one is dropped.',
    )
    .action(run);
}

async function run(former: string, into: string, options: { dryRun?: boolean }): Promise<void> {
  const { withClient } = require('../../data/client') as typeof import('../../data/client');
  const { mergeCities } = require('./merge-cities') as typeof import('./merge-cities');
  const report = await withClient(loadConfig(), (client) => mergeCities(client, former, into, options));
  console.log(describe(report));
  console.log(
    options.dryRun
      ? 'A dry run: nothing was changed.'
      : `Merged ${former} into ${into}: its keys lead there from now on.`,
  );
}

function describe({ counts, formerKeys }: MergeReport): string {
  const lines = counts
    .filter(({ moved, dropped }) => moved + dropped > 0)
    .map(({ what, moved, dropped }) => `${what.padEnd(16)}${moved} moved${dropped > 0 ? `, ${dropped} dropped` : ''}`);
  return [...lines, `${'former keys'.padEnd(16)}${formerKeys.join(', ')}`].join('\n');
}
