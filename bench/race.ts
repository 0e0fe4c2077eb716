import pg from 'pg';
import { chosen } from './contenders/contenders';
import { openBenchDatabase, type BenchDatabase } from './database';
import { readOperations, type Operation } from './operations';
import { Pinning } from './pinning';
import { Contender, DatabaseCpu, LoadGenerator } from './processes';

/** What a benchmark of reads has at hand. */
export interface Race {
  /** Ours first. */
  contenders: readonly Contender[];
  operations: readonly Operation[];
  load: LoadGenerator;
  database: BenchDatabase;
  /** Whether servers and PostgreSQL have a processor, and the load generator another one. */
  isPinned: boolean;
  /** Whether no operation was left out, and no contender. */
  isComplete: boolean;
}

/**
 * Fills a database, starts the contenders on it, and ends all of it when the work is done.
 * @param args `--with NAME,…` for some contenders beside ours, and names of operations; all of them without
 * @param byDefault the contenders where `--with` names none. Default: all of them
 */
export async function withRace(
  args: readonly string[],
  work: (race: Race) => Promise<void>,
  byDefault: readonly string[] = [],
): Promise<void> {
  const at = args.indexOf('--with');
  const names = at < 0 ? byDefault : (args[at + 1] ?? '').split(',');
  const wanted = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1));
  const entries = chosen(names);
  console.error('Generating 13,000 cities and what they do …');
  const database = await openBenchDatabase(1);
  const client = new pg.Client(database.connection);
  await client.connect();
  const pinning = new Pinning();
  const contenders: Contender[] = [];
  const load = new LoadGenerator(await DatabaseCpu.open(client), pinning);
  try {
    for (const { prepare } of entries) if (prepare) await client.query(prepare);
    await pinning.database(client);
    for (const entry of entries) contenders.push(await Contender.start(entry, database.connection, pinning));
    const operations = (await readOperations(client)).filter(
      ({ name }) => wanted.length === 0 || wanted.includes(name),
    );
    const isComplete = wanted.length === 0 && at < 0;
    await work({ contenders, operations, load, database, isPinned: pinning.isPossible, isComplete });
  } finally {
    for (const contender of contenders) contender.stop();
    load.stop();
    await client.end();
    await database.drop();
  }
}
