import { OURS } from './contenders/contenders';
import { bodyOf } from './operations';
import { withRace } from './race';
import { machine, number } from './report';
import { writeSection } from './results';
import { table } from './table';

const REQUESTS = 200_000;
const STEPS = 10;
const CONNECTIONS = 16;

/** Of a hundred requests. */
const SHARES: Readonly<Record<string, number>> = {
  'city-by-id': 60,
  'city-profile': 20,
  wide: 10,
  feed: 8,
  dashboard: 2,
};

/** `bench memory`: whether the heap of our server grows while it answers 200,000 mixed requests. */
export async function run(args: string[]): Promise<void> {
  await withRace(
    args,
    async ({ contenders, operations, load, database, isPinned }) => {
      const [ours] = contenders;
      const pick = (name: string, n: number): string => {
        const operation = operations.find((each) => each.name === name)!;
        return bodyOf(operation, operation.variables[n % operation.variables.length]!);
      };
      // A few hundred rounds of a hundred, so that all variables come.
      const bodies = Array.from({ length: 200 }, (_, round) =>
        Object.entries(SHARES).flatMap(([name, share]) =>
          Array.from({ length: share }, (_, i) => pick(name, round * share + i)),
        ),
      ).flat();
      const heaps: { requests: number; heap: number }[] = [];
      let requests = 0;
      while (requests < REQUESTS) {
        const step = { bodies, connections: CONNECTIONS, warmUp: 0, duration: 5_000 };
        requests += (await load.measure(ours!, step)).requests;
        if (requests >= ((heaps.length + 1) * REQUESTS) / STEPS) heaps.push({ requests, heap: await ours!.heap() });
      }
      const half = heaps[STEPS / 2 - 1]!.heap;
      const rows = heaps.map(({ requests, heap }) => [requests.toLocaleString('en'), number(heap / 2 ** 20)]);
      const growth = (heaps.at(-1)!.heap / half - 1) * 100;
      const text =
        `${machine(database.version, isPinned)}. [What is measured](README.md#memory).\n\n` +
        `${table(['requests', 'heap in MB'], rows)}\n\nOver the last half: ${growth.toFixed(1)} %.`;
      console.log(`\n${text}`);
      writeSection('memory', text);
    },
    [OURS],
  );
}
