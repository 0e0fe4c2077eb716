import type { Viewer } from '../../src/access/viewer';
import { useWorld, type Json } from '../support/world';
import { addCast, cast, viewerOf } from './cast';

// With one connection nearly all statements wait for it, and those of one text are run as one.
const world = useWorld({ poolSize: 1, comparesTexts: false });

beforeAll(() => addCast(world));

const QUERY = `query ($slug: String!, $locale: Locale!) {
  city(slug: $slug) {
    name(locale: $locale)
    networks(first: 5) { nodes { name(locale: $locale) } }
    solutions(first: 5) { totalCount nodes { slug title(locale: $locale) adoptions(first: 3) { nodes { id } } } }
    peers(first: 3) { edges { strength node { slug } } }
  }
  solutions(first: 40) { nodes { slug city { slug } } }
}`;

const CITIES = ['london', 'nairobi', 'paris', 'tokyo', 'bogota', 'no-such-city'];

interface Asking {
  viewer: Viewer | null;
  variables: { slug: string; locale: string };
}

async function everyone(): Promise<Asking[]> {
  const viewers = await Promise.all(cast.map((role) => viewerOf(role, world)));
  return viewers.flatMap((viewer) =>
    CITIES.map((slug, i) => ({ viewer, variables: { slug, locale: i % 2 ? 'es' : 'en' } })),
  );
}

const answer = (asking: Asking): Promise<Json> => world.ask(QUERY, asking);

test('everyone is answered as if they had asked alone, however many ask at once', async () => {
  const all = await everyone();
  const alone: Json[] = [];
  for (const asking of all) alone.push(await answer(asking));
  expect(new Set(alone.map((data) => JSON.stringify(data))).size).toBeGreaterThan(20);

  let taken = 0;
  world.database.pool.on('acquire', () => taken++);
  // What runs several at once is prepared once it has recurred, and is used once it is known to be fast.
  do {
    taken = world.statements.length = 0;
    expect(await Promise.all(all.map(answer))).toEqual(alone);
  } while (taken > world.statements.length / 3);
});
