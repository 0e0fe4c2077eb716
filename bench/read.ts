import { compareAnswers } from './compare';
import { bodyOf, type Operation } from './operations';
import type { Contender, LoadGenerator, Measurement } from './processes';
import { withRace } from './race';
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

const FULL: Pace = { rounds: 5, warmUp: 300, duration: 1000, compared: 20 };
const QUICK: Pace = { rounds: 1, warmUp: 200, duration: 700, compared: 10 };

/** How many requests are under way at the same time. */
const CONNECTIONS = [1, 16, 64] as const;

/** `bench read [--quick] [--with NAME,…] [OPERATION …]`: reads through our server, two floors, the tutorials' stack, and its peers. */
export async function run(args: string[]): Promise<void> {
  const pace = args.includes('--quick') ? QUICK : FULL;
  await withRace(args, async ({ contenders, operations, load, database, isPinned, isComplete }) => {
    const results: Result[] = [];
    for (const operation of operations) {
      console.error(`Comparing and measuring ${operation.name} …`);
      const compared = { ...operation, variables: spread(operation.variables, pace.compared) };
      const bytes = await compareAnswers(compared, contenders);
      results.push(...(await measure(operation, contenders, load, pace)).map((result) => ({ ...result, bytes })));
    }
    printResults(results);
    if (pace === FULL && isComplete) writeResults(results, database.version, isPinned);
  });
}

/** This many of a list, from its beginning: pages come one after the other. */
const spread = <T>(list: T[], count: number): T[] => list.slice(0, count);

/** All contenders in turn, in several rounds: what slows the machine down for a while slows down all of them. */
async function measure(
  operation: Operation,
  contenders: readonly Contender[],
  load: LoadGenerator,
  { rounds, warmUp, duration }: Pace,
): Promise<Omit<Result, 'bytes'>[]> {
  const measured = await Promise.all(
    contenders.map(async (contender) => {
      const own = await contender.translate(operation);
      return {
        result: { operation, contender: contender.name, byConnections: CONNECTIONS.map((): Measurement[] => []) },
        contender,
        bodies: own.variables.map((variables) => bodyOf(own, variables)),
      };
    }),
  );
  for (let round = 0; round < rounds; round++) {
    for (const [level, connections] of CONNECTIONS.entries()) {
      for (const { result, contender, bodies } of measured) {
        const measurement = await load.measure(contender, { bodies, connections, warmUp, duration });
        result.byConnections[level]!.push(measurement);
      }
    }
  }
  return measured.map(({ result }) => ({ ...result, byConnections: result.byConnections.map(medians) }));
}

export function medians(measurements: Measurement[]): Measurement {
  const median = (value: (measurement: Measurement) => number): number =>
    measurements.map(value).sort((a, b) => a - b)[Math.floor(measurements.length / 2)]!;
  const known = measurements.every(({ databaseCpu }) => databaseCpu !== undefined);
  return {
    requests: median(({ requests }) => requests),
    requestsPerSecond: median(({ requestsPerSecond }) => requestsPerSecond),
    p50: median(({ p50 }) => p50),
    p99: median(({ p99 }) => p99),
    serverCpu: median(({ serverCpu }) => serverCpu),
    databaseCpu: known ? median(({ databaseCpu }) => databaseCpu!) : undefined,
    hitRate: median(({ hitRate }) => hitRate),
    memory: median(({ memory }) => memory),
  };
}
