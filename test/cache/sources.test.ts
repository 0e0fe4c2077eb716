import fs from 'node:fs';
import path from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { acceptedLocales } from '../../src/data/locale';
import { entities } from '../../src/subgraphs';
import { changedBy, REFERENCE_TABLES, sourceNames } from '../../src/subgraphs/changed-tables';
import { ANONYMOUS, cast, addCast, viewerOf } from '../access/cast';
import { intercept } from '../support/intercept';
import { useWorld } from '../support/world';

const world = useWorld();
beforeAll(() => addCast(world));

interface Plan {
  'Relation Name'?: string;
  Plans?: Plan[];
}

const relationsIn = (plan: Plan): string[] =>
  [plan['Relation Name'] ?? [], ...(plan.Plans ?? []).map(relationsIn)].flat();

/** Of what belongs to one caller or changes without an event: no answer with it is kept. */
const NEVER_KEPT = ['webhook', 'webhook_delivery', 'graph_result', 'graph_result_value'];

test('every table has events that tell of its changes, or is known to have none', async () => {
  const tables = entities.map(
    (entity) => getMetadataArgsStorage().tables.find(({ target }) => target === entity)!.name!,
  );
  const known = new Set([...Object.values(changedBy).flat(), ...REFERENCE_TABLES, ...NEVER_KEPT]);
  expect(tables.filter((table) => !known.has(table))).toEqual([]);
  // And what is known is there: a name that is misspelt would never be found in a statement.
  const rows = await world.sql<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables
    UNION SELECT column_name FROM information_schema.columns WHERE column_name LIKE '%\\_count'`);
  const there = new Set(rows.map(({ name }) => name));
  expect([...known].filter((name) => !there.has(name))).toEqual([]);
});

test('what PostgreSQL reads for a statement, the statement names', async () => {
  const statements = new Map<string, unknown[]>();
  const { database } = world;
  const leave = intercept(database, async (statement, run) => {
    const found = await run();
    // Where the log stands is no row of an answer.
    if (!statement.text.includes('event_log')) statements.set(statement.text, statement.values);
    return found;
  });
  const folder = path.join(__dirname, '../golden');
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.graphql'))) {
    const document = fs.readFileSync(path.join(folder, file), 'utf8');
    const [, languages] = /^# Accept-Language: (.*)$/m.exec(document) ?? [];
    for (const role of [ANONYMOUS, cast[9]!])
      await world.ask(document, { locales: acceptedLocales(languages), viewer: await viewerOf(role, world) });
  }
  leave();
  expect(statements.size).toBeGreaterThan(200);
  const hidden: string[] = [];
  for (const [text, values] of statements) {
    const [row] = await world.sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
    const named = new Set(sourceNames.in(text));
    for (const relation of relationsIn(row!['QUERY PLAN'][0]!.Plan))
      if (!named.has(relation)) hidden.push(`${relation}: ${text}`);
  }
  expect(hidden).toEqual([]);
});
