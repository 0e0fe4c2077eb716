import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parquetMetadata, type SchemaElement } from 'hyparquet';
import { createDataFolder } from '../support/folders';
import { useHttpWorld } from '../support/http';
import { PYTHON, python, testWithNetworkx, testWithPython } from '../support/python';
import { ServerProcess } from '../support/server-process';

const EXAMPLES = path.join(__dirname, '../../examples');
const http = useHttpWorld();

/** What Spark calls the types of Parquet. */
function sparkType({ type, converted_type: converted }: SchemaElement): string {
  if (type === 'BYTE_ARRAY' && converted === 'UTF8') return 'string';
  return { BOOLEAN: 'boolean', DOUBLE: 'double' }[String(type)] ?? String(type);
}

async function columnsOf(table: string): Promise<Record<string, string>> {
  const response = await fetch(`${http.url}/exports/graph.parquet?table=${table}`);
  const { schema } = parquetMetadata(await response.arrayBuffer());
  return Object.fromEntries(schema.slice(1).map((element) => [element.name, sparkType(element)]));
}

const CONTRACT = 'import json, analyse; print(json.dumps([analyse.NODE_COLUMNS, analyse.EDGE_COLUMNS]))';

testWithPython()('the program for Spark can be read by Python, and expects the columns that exports have', async () => {
  const cwd = path.join(EXAMPLES, 'spark');
  const [nodes, edges] = JSON.parse(
    execFileSync(PYTHON, ['-B', '-c', CONTRACT], { cwd, encoding: 'utf8' }),
  ) as object[];
  expect(await columnsOf('nodes')).toMatchObject(nodes!);
  expect(await columnsOf('edges')).toMatchObject(edges!);
});

testWithNetworkx()(
  'the notebook answers its five questions, and networkx agrees with two of the answers',
  async () => {
    const folder = createDataFolder();
    const server = new ServerProcess(http.world.testDatabase.connection, folder);
    try {
      await server.start();
      const answers = await python(path.join(EXAMPLES, 'notebook/five_questions.py'), { INTERURBAN_URL: server.url });
      for (const question of [1, 2, 3, 4, 5]) expect(answers).toMatch(new RegExp(`^${question}\\. .*:\\n   \\S`, 'm'));
      expect(answers.match(/checked with networkx/g)).toHaveLength(2);
      const { graph } = await http.world.ask('{ graph { version digest } }');
      expect(answers).toContain(`version ${graph.version}, SHA-256 ${graph.digest}.`);
    } finally {
      await server.kill();
      await rm(folder, { recursive: true });
    }
  },
  60_000,
);
