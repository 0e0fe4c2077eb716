import { FLOOR, POSTGRAPHILE } from './contenders/contenders';
import { bodyOf, type Operation } from './operations';
import type { Contender, LoadGenerator, Measurement } from './processes';
import { withRace } from './race';
import { medians } from './read';
import { machine, number } from './report';
import { writeSection } from './results';
import { table } from './table';

const ROUNDS = 3;
const CONNECTIONS = 64;
const WARM_UP = 1_000; // ms

/**
 * `bench latency [--quick] [--with NAME,…] [OPERATION …]`: how long answers take where requests arrive at a fixed rate, half of what
 * the floor can do at most; three times a minute each (quick: two seconds).
 */
export async function run(args: string[]): Promise<void> {
  const duration = args.includes('--quick') ? 2_000 : 60_000;
  await withRace(
    args,
    async ({ contenders, operations, load, database, isPinned, isComplete }) => {
      const rows: string[][] = [];
      for (const operation of operations) {
        console.error(`Measuring ${operation.name} …`);
        rows.push(...(await latencies(operation, contenders, load, duration)));
      }
      const head = ['operation', 'requests/s', 'contender', 'p50', 'p99', 'p99 ÷ floor’s'];
      const text = `${machine(database.version, isPinned)}. Times in ms, from the moment at which a request was due. [What is measured](README.md#latency).\n\n${table(head, rows)}`;
      console.log(`\n${text}`);
      if (isComplete && duration === 60_000) writeSection('latency', text);
    },
    [FLOOR, POSTGRAPHILE],
  );
}

async function latencies(
  operation: Operation,
  contenders: readonly Contender[],
  load: LoadGenerator,
  duration: number,
): Promise<string[][]> {
  const asked = await Promise.all(
    contenders.map(async (contender) => {
      const own = await contender.translate(operation);
      return { contender, bodies: own.variables.map((each) => bodyOf(own, each)), rounds: [] as Measurement[] };
    }),
  );
  const floor = asked.find(({ contender }) => contender.name === FLOOR)!;
  const atMost = { bodies: floor.bodies, connections: CONNECTIONS, warmUp: WARM_UP, duration: 3_000 };
  const rate = (await load.measure(floor.contender, atMost)).requestsPerSecond / 2;
  for (let round = 0; round < ROUNDS; round++) {
    for (const { contender, bodies, rounds } of asked)
      rounds.push(await load.measure(contender, { bodies, connections: CONNECTIONS, rate, warmUp: WARM_UP, duration }));
  }
  const p99OfFloor = medians(floor.rounds).p99;
  return asked.map(({ contender, rounds }) => {
    const { p50, p99 } = medians(rounds);
    return [operation.title, number(rate), contender.name, number(p50), number(p99), number(p99 / p99OfFloor)];
  });
}
