import pg from 'pg';

/** Connections to PostgreSQL: the same for every contender. */
const POOL_SIZE = 10;

// Days, moments and large numbers leave as PostgreSQL writes them.
for (const type of [pg.types.builtins.DATE, pg.types.builtins.TIMESTAMPTZ, pg.types.builtins.INT8])
  pg.types.setTypeParser(type, (text) => text);

/** The database that the bench has filled. */
export const pool = new pg.Pool({
  ...JSON.parse(process.env.BENCH_CONNECTION),
  max: POOL_SIZE,
  options: '-c timezone=UTC -c datestyle=ISO -c random_page_cost=1.1 -c jit=off',
});

/** Tells the bench the address, and what this process has used whenever it asks; ends when the bench does. */
export function report(url) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ cpu: (user + system) / 1000, memory: process.memoryUsage.rss() });
  });
  process.on('disconnect', () => process.exit());
  process.send({ url });
}
