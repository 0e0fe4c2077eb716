import pg from 'pg';
import { CACHING, FLOOR } from './contenders/contenders';
import { Random, Zipf } from './generate/random';
import { bodyOf, type Operation } from './operations';
import type { Measurement } from './processes';
import { withRace } from './race';
import { medians } from './read';
import { machine, number } from './report';
import { writeSection } from './results';
import { table } from './table';

const ROUNDS = 3;
const CONNECTIONS = 64;
const QUESTIONS = 40;
const WRITE_EVERY = 100;
const REQUESTS = 20_000;

/**
 * `bench cache [--quick]`: forty questions, the n-th of which is asked 1/n as often as the first (Zipf, s = 1), and a solution revised
 * after every hundredth request: our server with and without its response cache, and bare SQL.
 */
export async function run(args: string[]): Promise<void> {
  const duration = args.includes('--quick') ? 1_500 : 8_000;
  await withRace(
    args,
    async ({ contenders, operations, load, database, isPinned }) => {
      const client = new pg.Client(database.connection);
      await client.connect();
      const bodies = zipf(questions(operations));
      const byName = new Map(contenders.map(({ name }) => [name, [] as Measurement[]]));
      const writing: Promise<unknown>[] = [];
      const write = () => void writing.push(revise(client, writing.length));
      for (let round = 0; round < ROUNDS; round++)
        for (const contender of contenders) {
          const asked = { bodies, connections: CONNECTIONS, writeEvery: WRITE_EVERY, warmUp: 1_000, duration };
          byName.get(contender.name)!.push(await load.measure(contender, asked, write));
        }
      await Promise.all(writing);
      await client.end();
      const floor = medians(byName.get(FLOOR)!).requestsPerSecond;
      const rows = [...byName].map(([name, rounds]) => {
        const { requestsPerSecond, p50, p99, serverCpu, databaseCpu, hitRate } = medians(rounds);
        return [
          name,
          number(requestsPerSecond),
          number(requestsPerSecond / floor),
          number(p50),
          number(p99),
          number(serverCpu),
          number(databaseCpu ?? NaN),
          `${Math.round(hitRate * 100)} %`,
        ];
      });
      const head = ['server', 'requests/s', '× bare SQL', 'p50', 'p99', 'CPU server', 'CPU PostgreSQL', 'hits'];
      const text = `${machine(database.version, isPinned)}. [What is measured](README.md#cache).\n\n${table(head, rows)}`;
      console.log(`\n${text}`);
      if (!args.includes('--quick')) writeSection('cache', text);
    },
    [CACHING, FLOOR],
  );
}

/** Forty questions of all operations, by turns. */
function questions(operations: readonly Operation[]): string[] {
  return Array.from({ length: QUESTIONS }, (_, i) => {
    const operation = operations[i % operations.length]!;
    return bodyOf(operation, operation.variables[Math.floor(i / operations.length) % operation.variables.length]!);
  });
}

/** Many questions in the order in which they come: the same in every run. */
function zipf(asked: readonly string[]): string[] {
  const ranks = new Zipf(new Random('cache'), asked.length, 1);
  return Array.from({ length: REQUESTS }, () => asked[ranks.next()]!);
}

/** What a city does when it revises a solution, for every server that reads these tables. */
const revise = (client: pg.Client, n: number): Promise<unknown> =>
  client.query(
    `WITH revised AS (
       UPDATE solution SET summary = left(summary, 150) || $1 WHERE id = (
         SELECT id FROM solution WHERE status = 'PUBLISHED' AND visibility = 'PUBLIC' ORDER BY id OFFSET $2 LIMIT 1)
       RETURNING slug)
     SELECT announce('SOLUTION_REVISED', 'Solution', slug) FROM revised`,
    [` (${n})`, n % 1000],
  );
