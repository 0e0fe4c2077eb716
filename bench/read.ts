import pg from 'pg';
import { bodyOf, compareAnswers } from './compare';
import { openBenchDatabase } from './database';
import { readOperations, type Operation } from './operations';
import { Contender, DatabaseCpu, LoadGenerator, type Measurement } from './processes';
import { printResults, writeResults, type Result } from './report';

interface Pace {
  /** How often each contender is measured. */
  rounds: number;
  /** In ms. */
  warmUp: number;
  duration: number;
  /** How many variables the answers are compared for. */
  compared: number;
}

const FULL: Pace = { rounds: 3, warmUp: 300, duration: 2000, compared: 50 };
const QUICK: Pace = { rounds: 1, warmUp: 200, duration: 700, compared: 10 };

/** How many requests are under way at the same time. */
export const CONNECTIONS = [1, 16, 64] as const;

const CONTENDERS = { interurban: 'interurban', 'bare SQL': 'floor', tutorial: 'tutorial/server' };

/** `bench read [--quick] [OPERATION …]`: reads through our server, the bare statement, and the tutorials' stack. */
export async function run(args: string[]): Promise<void> {
  const pace = args.includes('--quick') ? QUICK : FULL;
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  console.error('Generating 13,000 cities and what they do …');
  const database = await openBenchDatabase(1);
  const client = new pg.Client(database.connection);
  await client.connect();
  const contenders: Contender[] = [];
  const load = new LoadGenerator(await DatabaseCpu.open(client));
  try {
    for (const [name, program] of Object.entries(CONTENDERS))
      contenders.push(await Contender.start(name, program, database.connection));
    const operations = (await readOperations(client)).filter(
      ({ name }) => wanted.length === 0 || wanted.includes(name),
    );
    const results: Result[] = [];
    for (const operation of operations) {
      console.error(`Comparing and measuring ${operation.name} …`);
      const compared = { ...operation, variables: spread(operation.variables, pace.compared) };
      const bytes = await compareAnswers(compared, contenders);
      results.push(...(await measure(operation, contenders, load, pace)).map((result) => ({ ...result, bytes })));
    }
    printResults(results);
    if (pace === FULL && wanted.length === 0) writeResults(results, database.version);
  } finally {
    for (const contender of contenders) contender.stop();
    load.stop();
    await client.end();
    await database.drop();
  }
}

/** This many of a list, evenly. */
const spread = <T>(list: T[], count: number): T[] =>
  list.length <= count ? list : Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!);

/** All contenders in turn, in several rounds: what slows the machine down for a while slows down all of them. */
async function measure(
  operation: Operation,
  contenders: readonly Contender[],
  load: LoadGenerator,
  { rounds, warmUp, duration }: Pace,
): Promise<Omit<Result, 'bytes'>[]> {
  const bodies = operation.variables.map((variables) => bodyOf(operation, variables));
  const measured = contenders.map(({ name }) => ({
    operation,
    contender: name,
    byConnections: CONNECTIONS.map((): Measurement[] => []),
  }));
  for (let round = 0; round < rounds; round++) {
    for (const [level, connections] of CONNECTIONS.entries()) {
      for (const [i, contender] of contenders.entries()) {
        const measurement = await load.measure(contender, { bodies, connections, warmUp, duration });
        measured[i]!.byConnections[level]!.push(measurement);
      }
    }
  }
  return measured.map((each) => ({ ...each, byConnections: each.byConnections.map(medians) }));
}

function medians(measurements: Measurement[]): Measurement {
  const median = (value: (measurement: Measurement) => number): number =>
    measurements.map(value).sort((a, b) => a - b)[Math.floor(measurements.length / 2)]!;
  const known = measurements.every(({ databaseCpu }) => databaseCpu !== undefined);
  return {
    requestsPerSecond: median(({ requestsPerSecond }) => requestsPerSecond),
    p50: median(({ p50 }) => p50),
    p99: median(({ p99 }) => p99),
    serverCpu: median(({ serverCpu }) => serverCpu),
    databaseCpu: known ? median(({ databaseCpu }) => databaseCpu!) : undefined,
  };
}
