import { jsonObject } from '../ndjson';
import type { Table } from '../table';
import { aboutAsJson, type GraphFile } from './graph-file';

/**
 * Node-link JSON, as `networkx.node_link_graph(data, edges="edges")` and d3 read it. A line for each city and link, so that what is
 * too large to be parsed whole can be read line by line.
 */
export async function* nodeLink({ about, isDirected, isMultigraph, nodes, edges }: GraphFile): AsyncGenerator<string> {
  const graph = JSON.stringify(aboutAsJson(about));
  yield `{"directed":${isDirected},"multigraph":${isMultigraph},"graph":${graph},"nodes":[`;
  yield* objects(nodes);
  yield '\n],"edges":[';
  yield* objects(edges);
  yield '\n]}\n';
}

async function* objects({ columns, batches }: Table): AsyncGenerator<string> {
  let isFirst = true;
  for await (const rows of batches()) {
    let lines = '';
    for (const row of rows) {
      lines += `${isFirst ? '' : ','}\n${jsonObject(row, columns)}`;
      isFirst = false;
    }
    yield lines;
  }
}
