import { reached, settled } from '../support/event-log';
import { useWorld } from '../support/world';
import { append, cityChanged, readAll } from './followed';

const world = useWorld({ followsLog: true });

test('feedCursor is where the log stands', async () => {
  const { log } = world.services;
  const before = await settled(world, log);
  await append(world, cityChanged('london'));
  log.wake();
  await reached(log, before + 1);
  world.statements.splice(0);
  const { feedCursor } = await world.ask('{ feedCursor }');
  expect(world.statements).toEqual([]);
  expect(await log.positionOf(feedCursor)).toBe(before + 1);
});

test('nothing falls in between an answer and what follows its feedCursor', async () => {
  const { log } = world.services;
  const query = '{ city(slug: "paris") { population } feedCursor }';
  const change = async (population: number): Promise<void> => {
    await world.sql(`WITH changed AS (UPDATE city SET population = ${population} WHERE slug = 'paris' RETURNING slug)
      SELECT announce('CITY_CHANGED', 'City', slug, '${population}') FROM changed`);
    log.wake();
  };
  const end = new AbortController();
  const writing = (async () => {
    for (let population = 1; population <= 300; population++) await change(population);
    end.abort();
  })();
  const answers: { population: number; cursor: string }[] = [];
  while (!end.signal.aborted) {
    const { city, feedCursor } = await world.ask(query);
    answers.push({ population: city.population as number, cursor: feedCursor as string });
  }
  await writing;
  await settled(world, log);
  const details = new Map(
    (
      await world.sql<{ position: number; population: number }>(`SELECT position::int, detail::text::int AS population
      FROM event WHERE detail IS NOT NULL AND subject_slug = 'paris'`)
    ).map((row) => [row.position, row.population]),
  );
  expect(answers.length).toBeGreaterThan(10);
  for (const { population, cursor } of answers.filter((answer) => answer.population <= 300)) {
    const following = await readAll(log, await log.positionOf(cursor));
    const told = new Set(following.map(({ position }) => details.get(position)));
    for (let missed = population + 1; missed <= 300; missed++)
      if (!told.has(missed)) throw new Error(`missed ${missed}`);
  }
});
