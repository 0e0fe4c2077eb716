import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { SaxesParser } from 'saxes';
import { fromBufferPromise } from 'yauzl';
import { inBatches, type Column, type Row, type Table } from '../table';
import { graphFormats, type GraphFormatName, type GraphTable } from './formats';
import type { GraphFile } from './graph-file';

const column = (name: string, type: Column['type'] = 'text'): Column => ({ name, type });
const table = (columns: Column[], rows: Row[]): Table => ({ columns, batches: () => inBatches(rows, 2) });

const HOSTILE = '=HYPERLINK("//evil"),\n<b>&\0\u0007\uD800 \u{1F30D} "Köln"';
const PRINTED = '=HYPERLINK("//evil"),\n<b>& \u{1F30D} "Köln"';

const nodes = table(
  [column('id'), column('slug'), column('name'), column('population', 'integer'), column('latitude', 'number')],
  [
    ['Q2l0eTpib2dvdGE', 'bogota', 'Bogotá', 7_412_566, 4.711],
    ['Q2l0eTprb2xu', 'koln', HOSTILE, null, -1.5e-9],
    ['Q2l0eTphbG9uZQ', 'alone', 'Alone', 0, null],
  ],
);
const edges = table(
  [
    column('source'),
    column('target'),
    column('layer'),
    column('directed', 'boolean'),
    column('weight', 'number'),
    column('recordCount', 'integer'),
    column('firstOn', 'date'),
  ],
  [
    ['Q2l0eTpib2dvdGE', 'Q2l0eTprb2xu', 'ADOPTION', true, 0.333333333333, 2, '1969-12-31'],
    ['Q2l0eTprb2xu', 'Q2l0eTpib2dvdGE', 'ADOPTION', true, 1, 1, null],
    ['Q2l0eTpib2dvdGE', 'Q2l0eTprb2xu', 'COLLABORATION', false, 2, 1, '2024-02-29'],
  ],
);
const filter = '{"layers":["ADOPTION","COLLABORATION"]}';
const graph: GraphFile = {
  about: { version: '42', digest: 'abc', filter },
  isDirected: true,
  isMultigraph: true,
  nodes,
  edges,
};

async function written(format: GraphFormatName, of: GraphFile = graph, part: GraphTable = 'edges'): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of graphFormats[format].write(of, part)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The rows as objects, with texts as they are printed. */
const objectsOf = ({ columns, batches }: Table): Record<string, unknown>[] =>
  [...(batches() as Iterable<Row[]>)]
    .flat()
    .map((row) =>
      Object.fromEntries(columns.map(({ name }, i) => [name, row[i] === HOSTILE ? PRINTED : (row[i] ?? null)])),
    );

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes, text: '', children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root.children[0]!;
}

const all = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

/** A value as its format's type has it. */
function typed(text: string, type: string): unknown {
  if (type === 'boolean') return text === 'true';
  return type === 'string' ? text : Number(text);
}

const known = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

test('GEXF', async () => {
  const root = parseXml((await written('gexf')).toString());
  expect(root.attributes).toEqual({ xmlns: 'http://www.gexf.net/1.2draft', version: '1.2' });
  expect(all(root, 'description')[0]!.text).toBe(`Interurban, version 42, SHA-256 abc, filter ${filter}`);
  expect(all(root, 'graph')[0]!.attributes['defaultedgetype']).toBe('directed');
  const declared = (of: string) => all(root, 'attributes').find(({ attributes }) => attributes['class'] === of)!;
  const valuesOf = (element: Element, of: string) =>
    Object.fromEntries(
      all(element, 'attvalue').map(({ attributes }) => {
        const column = declared(of).children.find((child) => child.attributes['id'] === attributes['for'])!;
        return [column.attributes['title']!, typed(attributes['value']!, column.attributes['type']!)];
      }),
    );
  expect(all(root, 'node').map((node) => ({ id: node.attributes['id'], ...valuesOf(node, 'node') }))).toEqual(
    objectsOf(nodes).map(known),
  );
  expect(all(root, 'node').map(({ attributes }) => attributes['label'])).toEqual(['Bogotá', PRINTED, 'Alone']);
  expect(
    all(root, 'edge').map((edge) => {
      const { source, target, weight } = edge.attributes;
      return { source, target, weight: Number(weight), ...valuesOf(edge, 'edge') };
    }),
  ).toEqual(objectsOf(edges).map(known));
});

test('GraphML', async () => {
  const root = parseXml((await written('graphml')).toString());
  const keys = new Map(all(root, 'key').map(({ attributes }) => [attributes['id'], attributes]));
  const valuesOf = (element: Element) =>
    Object.fromEntries(
      element.children.map(({ attributes, text }) => {
        const key = keys.get(attributes['key'])!;
        return [key['attr.name'], typed(text, key['attr.type']!)];
      }),
    );
  expect(all(root, 'graph')[0]!.attributes).toEqual({ edgedefault: 'directed' });
  expect(all(root, 'node').map((node) => ({ id: node.attributes['id'], ...valuesOf(node) }))).toEqual(
    objectsOf(nodes).map(known),
  );
  expect(
    all(root, 'edge').map((edge) => {
      const { source, target } = edge.attributes;
      return { source, target, ...valuesOf(edge) };
    }),
  ).toEqual(objectsOf(edges).map(known));
});

test('node-link JSON', async () => {
  expect(JSON.parse((await written('json')).toString())).toEqual({
    directed: true,
    multigraph: true,
    graph: { version: '42', digest: 'abc', filter: JSON.parse(filter) },
    nodes: objectsOf(nodes),
    edges: objectsOf(edges),
  });
});

test('CSV, where no text begins a formula, and archives are the same in every time zone', async () => {
  const archive = await written('csv.zip');
  const zip = await fromBufferPromise(archive);
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files[entry.fileName] = Buffer.concat(chunks).toString();
  }
  const cells = (rows: Record<string, unknown>[]) =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          value === PRINTED ? `'${PRINTED}` : String((value ?? '') as string | number | boolean),
        ]),
      ),
    );
  const parsed = (name: string) => parse(files[name]!, { columns: true }) as unknown;
  expect(parsed('nodes.csv')).toEqual(cells(objectsOf(nodes)));
  expect(parsed('edges.csv')).toEqual(cells(objectsOf(edges)));
  expect(JSON.parse(files['graph.json']!)).toEqual({
    version: '42',
    digest: 'abc',
    filter: JSON.parse(filter),
    directed: true,
    multigraph: true,
  });
});

test.each(['nodes', 'edges'] as const)('Parquet: %s', async (part) => {
  const bytes = await written('parquet', graph, part);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  const printed = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null),
      ]),
    ),
  );
  expect(printed).toEqual(objectsOf(graph[part]));
  expect(parquetMetadata(file).key_value_metadata).toEqual([
    { key: 'version', value: '42' },
    { key: 'digest', value: 'abc' },
    { key: 'filter', value: filter },
  ]);
});

test('Parquet: files that are made at the same time, one of which nobody reads on', async () => {
  const rows = Array.from({ length: 1000 }, () => [...(nodes.batches() as Iterable<Row[]>)].flat());
  // Longer than a row group, so that it comes in pieces.
  const long = { ...nodes, batches: () => Array.from({ length: 25 }, () => rows.flat().slice(0, 1000)) };
  const many: GraphFile = { ...graph, nodes: long };
  const alone = await Promise.all((['nodes', 'edges'] as const).map((part) => written('parquet', many, part)));
  const given = graphFormats.parquet.write(many, 'nodes');
  await given.next();
  const [first, second] = await Promise.all([written('parquet', many, 'nodes'), written('parquet', many, 'edges')]);
  await given.return(undefined);
  expect([first.equals(alone[0]!), second.equals(alone[1]!)]).toEqual([true, true]);
});

const names = Object.keys(graphFormats) as GraphFormatName[];

test.each(names)('%s: the same graph gives the same bytes', async (format) => {
  expect((await written(format)).equals(await written(format))).toBe(true);
});

test.each(names)(
  '%s: a graph without anything is well formed, and what is read no further is made no further',
  async (format) => {
    const none = (of: Table): Table => ({ columns: of.columns, batches: () => [] });
    expect((await written(format, { ...graph, nodes: none(nodes), edges: none(edges) })).length).toBeGreaterThan(0);
    let isEnded = false;
    function* endless(): Generator<Row[]> {
      try {
        for (;;) yield [...(nodes.batches() as Iterable<Row[]>)].flat();
      } finally {
        isEnded = true;
      }
    }
    const first = { ...graph, nodes: { ...nodes, batches: endless } };
    let chunks = 0;
    for await (const _ of graphFormats[format].write(first, 'nodes')) if (++chunks === 2) break;
    expect(isEnded).toBe(true);
  },
);
