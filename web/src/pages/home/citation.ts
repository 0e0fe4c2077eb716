import { print } from 'graphql';
import { ANALYSIS } from './queries';

/** How the answer is cited: what was asked, of which version of the graph, and the digest that proves it. */
export const citation = ({ version, digest }: { version: string; digest: string }, origin: string): string =>
  `Interurban, ${origin}/graphql, graph version ${version}, digest ${digest}, asked on ${new Date().toISOString().slice(0, 10)}:\n${print(ANALYSIS)}`;

/** The same graph in Python. */
export const networkxLines = (origin: string): string =>
  [
    'import io, urllib.request, networkx as nx',
    `url = ${JSON.stringify(`${origin}/exports/graph.graphml?layers=ADOPTION`)}`,
    'graph = nx.read_graphml(io.BytesIO(urllib.request.urlopen(url).read()))',
    'print(nx.number_of_nodes(graph), nx.number_of_edges(graph))',
  ].join('\n');
