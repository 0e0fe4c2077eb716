import { toGlobalId } from '../../src/graphql/global-id';
import { nodeReads } from '../../src/subgraphs/platform';
import { World } from '../support/world';
import { addCast, hiddenFrom, type Role } from './cast';
import type { Ids } from './samples';

/** A world with all that is hidden from somebody, and for each role its twin: the same world without what is hidden from it. */
export class Twins {
  world: World;
  /** The global ids of all that is in the world. */
  ids: Ids;
  private readonly twins = new Map<string, World>();

  async open(): Promise<void> {
    this.world = await openWorld();
    this.ids = await idsOf(this.world);
  }

  /** The role's twin: one for all who see the same. */
  async of(role: Role): Promise<World> {
    const hidden = hiddenFrom(role);
    const known = this.twins.get(hidden.join());
    if (known) return known;
    const twin = await openWorld(hidden);
    this.twins.set(hidden.join(), twin);
    return twin;
  }

  async close(): Promise<void> {
    for (const world of [this.world, ...this.twins.values()]) await world.close();
  }
}

/** Twins for the tests of one file. */
export function useTwins(): Twins {
  const twins = new Twins();
  beforeAll(() => twins.open());
  afterAll(() => twins.close());
  return twins;
}

/** A world with the rows of the cast, but for these solutions and all that hangs on them. */
async function openWorld(without: readonly string[] = []): Promise<World> {
  // Questions are asked by the score, of which some need resolvers: none would be written without them.
  const world = new World({ poolSize: 2, settings: { COST_LIMIT: '0' }, comparesTexts: false });
  await world.open();
  await addCast(world);
  const rows = await world.sql<{ id: number }>('SELECT id FROM solution WHERE slug = ANY ($1)', [without]);
  await remove(world, 'solution', rows.map(({ id }) => id)); // prettier-ignore
  await world.sql('ANALYZE');
  return world;
}

/** Deletes rows, and before them those that refer to them, whatever tables there are. */
async function remove(world: World, table: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const references = await world.sql<{ child: string; column: string; hasId: boolean }>(
    `SELECT c.conrelid::regclass::text AS child, a.attname AS column,
       EXISTS (SELECT FROM pg_attribute i WHERE i.attrelid = c.conrelid AND i.attname = 'id') AS "hasId"
     FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = $1::regclass`,
    [table],
  );
  for (const { child, column, hasId } of references) {
    if (!hasId) await world.sql(`DELETE FROM ${child} WHERE ${column} = ANY ($1)`, [ids]);
    else {
      const rows = await world.sql<{ id: number }>(`SELECT id FROM ${child} WHERE ${column} = ANY ($1)`, [ids]);
      await remove(world, child, rows.map(({ id }) => id)); // prettier-ignore
    }
  }
  await world.sql(`DELETE FROM ${table} WHERE id = ANY ($1)`, [ids]);
}

/** The global ids of all that is in a world, hidden or not. */
async function idsOf(world: World): Promise<Ids> {
  const ids = new Map<string, string[]>();
  for (const [type, { table, slug }] of nodeReads) {
    const rows = await world.sql<{ slug: string }>(`SELECT ${slug} AS slug FROM ${table} ORDER BY 1`);
    ids.set(
      type,
      rows.map((row) => toGlobalId(type, row.slug)),
    );
  }
  return ids;
}
