import { recordTables, type RecordTableName } from '../../src/export/records/record-tables';
import { recordTable } from '../../src/export/records/read-records';
import { GraphExporter } from '../../src/export/graph/exporter';
import { graphFormats } from '../../src/export/graph/formats';
import { ndjson } from '../../src/export/ndjson';
import { mergedSchema } from '../../src/schema/merged';
import { GraphLayer } from '../../src/subgraphs/insights';
import { ADMIN, ANONYMOUS, cast, hiddenFrom, viewerOf, type Role } from '../access/cast';
import { useTwins } from '../access/twin';
import type { World } from '../support/world';

// As in test/access: what somebody exports is what an admin exports in a world where all that is hidden from them never was.
jest.setTimeout(120_000);

const twins = useTwins();
const schema = mergedSchema();
const names = Object.keys(recordTables) as RecordTableName[];

async function joined(chunks: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += Buffer.from(chunk).toString();
  return text;
}

/** Every table, and the graph of each layer, by name. Filters are tried by test/access: these are the same. */
async function exportAll(world: World, role: Role): Promise<Record<string, string>> {
  const { services } = world;
  const caller = { viewer: await viewerOf(role, world), locales: ['es'] };
  const exported: Record<string, string> = {};
  for (const name of names)
    exported[name] = await joined(ndjson(recordTable(recordTables[name], { schema, services, caller })));
  const exporter = new GraphExporter(services);
  for (const layer of Object.values(GraphLayer)) {
    const { file } = await exporter.prepare({ filter: { layers: [layer] }, isolates: true, results: true }, caller);
    exported[layer] = await joined(graphFormats.json.write(file));
  }
  return exported;
}

const expected = new Map<World, Promise<Record<string, string>>>();

function expectedOf(twin: World): Promise<Record<string, string>> {
  const known = expected.get(twin) ?? exportAll(twin, ADMIN);
  expected.set(twin, known);
  return known;
}

/** One of all roles that see the same: who sees what is tried by test/access. */
const differentEyes = [...new Map(cast.map((role) => [hiddenFrom(role).join(), role])).values()];

test.each(differentEyes)('what $name exports is what there is without the hidden', async (role) => {
  expect(await exportAll(twins.world, role)).toEqual(await expectedOf(await twins.of(role)));
});

test('what is hidden would show: in solutions, adoptions, what is counted of them, and the graph of adoptions', async () => {
  const [all, open] = [await exportAll(twins.world, ADMIN), await exportAll(twins.world, ANONYMOUS)];
  expect(Object.keys(all).filter((name) => all[name] !== open[name])).toEqual([
    'cities',
    'solutions',
    'adoptions',
    'ADOPTION',
  ]);
  expect(JSON.stringify(all)).toContain('zanzibar');
  expect(JSON.stringify(open)).not.toContain('zanzibar');
});
