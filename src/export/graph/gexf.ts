import { escapeXml } from '../../xml';
import type { Cell, Column, ColumnType, Row, Table } from '../table';
import { describe, type GraphFile } from './graph-file';

const TYPES: Record<ColumnType, string> = {
  text: 'string',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  date: 'string',
};

/** GEXF 1.2draft, which Gephi and networkx read (networkx reads no 1.3). Cities are labelled with their names; dates are texts. */
export async function* gexf({ about, isDirected, nodes, edges }: GraphFile): AsyncGenerator<string> {
  const node = attributesOf(nodes, ['id']);
  // Weights have a place of their own.
  const edge = attributesOf(edges, ['source', 'target', 'weight']);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<meta><creator>Interurban</creator><description>${escapeXml(describe(about))}</description></meta>
<graph mode="static" defaultedgetype="${isDirected ? 'directed' : 'undirected'}">
${declarations('node', node)}
${declarations('edge', edge)}
<nodes>
`;
  const [id, name] = [columnAt(nodes, 'id'), columnAt(nodes, 'name')];
  for await (const rows of nodes.batches()) {
    let lines = '';
    for (const row of rows)
      lines += `<node id="${text(row[id])}" label="${text(row[name])}">${values(row, node)}</node>\n`;
    yield lines;
  }
  yield '</nodes>\n<edges>\n';
  const [source, target, weight] = ['source', 'target', 'weight'].map((column) => columnAt(edges, column));
  let number = 0;
  for await (const rows of edges.batches()) {
    let lines = '';
    for (const row of rows) {
      const ends = `source="${text(row[source!])}" target="${text(row[target!])}" weight="${text(row[weight!])}"`;
      lines += `<edge id="${number++}" ${ends}>${values(row, edge)}</edge>\n`;
    }
    yield lines;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

interface Attribute extends Column {
  /** Where it stands in a row, and its number in the file. */
  at: number;
}

/** The columns that are written as attributes: all but those that XML has attributes of its own for. */
function attributesOf({ columns }: Table, own: readonly string[]): Attribute[] {
  return columns.map((column, at) => ({ ...column, at })).filter(({ name }) => !own.includes(name));
}

function declarations(of: 'node' | 'edge', attributes: readonly Attribute[]): string {
  const lines = attributes.map(
    ({ name, type, at }) => `<attribute id="${at}" title="${escapeXml(name)}" type="${TYPES[type]}"/>`,
  );
  return `<attributes class="${of}" mode="static">\n${lines.join('\n')}\n</attributes>`;
}

/** What is unknown is left out. */
function values(row: Row, attributes: readonly Attribute[]): string {
  let markup = '';
  for (const { at } of attributes) if (row[at] !== null) markup += `<attvalue for="${at}" value="${text(row[at])}"/>`;
  return markup === '' ? '' : `<attvalues>${markup}</attvalues>`;
}

const columnAt = ({ columns }: Table, name: string): number => columns.findIndex((column) => column.name === name);

const text = (cell: Cell | undefined): string => (typeof cell === 'string' ? escapeXml(cell) : String(cell ?? ''));
