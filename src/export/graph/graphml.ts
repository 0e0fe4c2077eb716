import { escapeXml } from '../../xml';
import type { ColumnType, Row, Table } from '../table';
import { describe, type GraphFile } from './graph-file';

const TYPES: Record<ColumnType, string> = {
  text: 'string',
  integer: 'int',
  number: 'double',
  boolean: 'boolean',
  date: 'string',
};

/** GraphML, which networkx, igraph, Gephi, Cytoscape and yEd read. Dates are texts. */
export async function* graphml({ about, isDirected, nodes, edges }: GraphFile): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<desc>${escapeXml(describe(about))}</desc>
${keys('node', nodes, 1)}
${keys('edge', edges, 2)}
<graph edgedefault="${isDirected ? 'directed' : 'undirected'}">
`;
  for await (const rows of nodes.batches()) {
    let lines = '';
    for (const row of rows) lines += `<node id="${text(row[0])}">${data('node', row, 1)}</node>\n`;
    yield lines;
  }
  let number = 0;
  for await (const rows of edges.batches()) {
    let lines = '';
    for (const row of rows)
      lines += `<edge id="${number++}" source="${text(row[0])}" target="${text(row[1])}">${data('edge', row, 2)}</edge>\n`;
    yield lines;
  }
  yield '</graph>\n</graphml>\n';
}

/** The columns from the first on that is no id of a city: those have attributes of their own. */
function keys(of: 'node' | 'edge', { columns }: Table, first: number): string {
  const lines = columns.map(
    ({ name, type }, i) =>
      `<key id="${of}${i}" for="${of}" attr.name="${escapeXml(name)}" attr.type="${TYPES[type]}"/>`,
  );
  return lines.slice(first).join('\n');
}

/** What is unknown is left out. */
function data(of: 'node' | 'edge', row: Row, first: number): string {
  let markup = '';
  for (let i = first; i < row.length; i++)
    if (row[i] !== null) markup += `<data key="${of}${i}">${text(row[i])}</data>`;
  return markup;
}

const text = (cell: Row[number] | undefined): string =>
  typeof cell === 'string' ? escapeXml(cell) : String(cell ?? '');
