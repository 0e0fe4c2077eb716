import type { Command } from 'commander';
import { loadConfig } from '../config';

export function register(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date: create or change its tables; a server does it too when it starts')
    .action(migrate);
}

async function migrate(): Promise<void> {
  const { openDatabase } = require('../data/connect') as typeof import('../data/connect');
  const { runMigrations } = require('../data/migrate') as typeof import('../data/migrate');
  const { connection, stop } = await openDatabase(loadConfig());
  try {
    const names = await runMigrations(connection);
    for (const name of names) console.log(`Ran ${name}.`);
    if (names.length === 0) console.log('The database is up to date.');
  } finally {
    await stop();
  }
}
