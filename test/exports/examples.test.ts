import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parquetMetadata, type SchemaElement } from 'hyparquet';
import { createDataFolder } from '../support/folders';
import { useHttpWorld } from '../support/http';
import { PYTHON, python, testWithNetworkx, testWithPython } from '../support/python';
import { ServerProcess } from '../support/server-process';

const EXAMPLES = path.join(__dirname, '../../examples');
const http = useHttpWorld();

/** What Parquet has in a column, and what Spark makes of it, as the table in the README writes it. */
function typesOf({ type, converted_type: converted }: SchemaElement): [parquet: string, spark: string] {
  const parquet = converted === undefined ? String(type) : `${type} (${converted})`;
  const spark: Record<string, string> = {
    'BYTE_ARRAY (UTF8)': 'string',
    'INT32 (DATE)': 'date',
    BOOLEAN: 'boolean',
    DOUBLE: 'double',
    INT32: 'int',
  };
  return [parquet, spark[parquet] ?? 'none'];
}

/** The columns of a table of the export: name, type in Parquet, type in Spark. */
async function columnsOf(table: string): Promise<string[][]> {
  const response = await fetch(`${http.url}/exports/graph.parquet?table=${table}`);
  const { schema } = parquetMetadata(await response.arrayBuffer());
  return schema.slice(1).map((element) => [table, element.name, ...typesOf(element)]);
}

const SPARK = path.join(EXAMPLES, 'spark');

/** The rows of the table in the README. */
function documented(): string[][] {
  const rows = readFileSync(path.join(SPARK, 'README.md'), 'utf8').match(/^\| (nodes|edges) .*$/gm)!;
  return rows.map((row) => row.split('|').map((cell) => cell.replaceAll('`', '').trim()));
}

test('the columns that Spark reads are documented as exports have them', async () => {
  const columns = [...(await columnsOf('nodes')), ...(await columnsOf('edges'))];
  expect(documented().map(([, ...cells]) => cells.slice(0, 4))).toEqual(columns);
});

const CONTRACT =
  'import json, analyse; print(json.dumps({"nodes": analyse.NODE_COLUMNS, "edges": analyse.EDGE_COLUMNS}))';

testWithPython()('the program for Spark asks for the columns that are documented as read', () => {
  const columns = JSON.parse(execFileSync(PYTHON, ['-B', '-c', CONTRACT], { cwd: SPARK, encoding: 'utf8' })) as Record<
    string,
    Record<string, string>
  >;
  const asked = Object.entries(columns).flatMap(([table, types]) =>
    Object.entries(types).map(([name, type]) => [table, name, type]),
  );
  const read = documented().filter(([, , , , , what]) => what!.startsWith('yes'));
  expect(asked).toEqual(read.map(([, table, name, , spark]) => [table, name, spark]));
});

testWithPython()('every program in Python compiles', async () => {
  const programs = [EXAMPLES, path.join(__dirname, '..')].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.py') && !file.includes('node_modules'))
      .map((file) => path.join(folder, file)),
  );
  expect(programs).toContain(path.join(SPARK, 'analyse.py'));
  const folder = createDataFolder();
  try {
    // Compiled files go elsewhere than beside the sources.
    const env = { PATH: process.env['PATH'], PYTHONPYCACHEPREFIX: folder } as NodeJS.ProcessEnv;
    execFileSync(PYTHON, ['-m', 'py_compile', ...programs], { env, stdio: 'pipe' });
  } finally {
    await rm(folder, { recursive: true });
  }
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
  120_000,
);
