import type { GraphFilter, Metric } from './view';

/** What makes a graph: the same filter and version give the same one. */
export interface Shown {
  filter: GraphFilter;
  version: string;
}

/** The address of a view's graph as a file, without cities that have no link: the picture has none either. */
export function exportAddress(format: string, { filter, version }: Shown): string {
  return `/exports/graph.${format}?${new URLSearchParams({ filter: JSON.stringify(filter), version, isolates: 'false' })}`;
}

/** What networkx calls each metric. */
const NETWORKX: Record<Metric, string> = {
  DEGREE: 'dict(G.degree())',
  STRENGTH: 'dict(G.degree(weight="weight"))',
  BETWEENNESS: 'nx.betweenness_centrality(G)',
  CLOSENESS: 'nx.closeness_centrality(G)',
  EIGENVECTOR: 'nx.eigenvector_centrality(G, max_iter=1000)',
  PAGERANK: 'nx.pagerank(G, weight=None)',
  CORE_NUMBER: 'nx.core_number(G)',
};

/** Lines of Python that read the graph and rank its cities as the page does. */
export function networkxLines(shown: Shown, metric: Metric, origin: string): string {
  return `import urllib.request
import networkx as nx

url = "${origin}${exportAddress('graphml', shown)}"
with urllib.request.urlopen(url) as file:
    cities = nx.read_graphml(file)

G = nx.Graph(cities)  # one link a pair, without direction
scores = ${NETWORKX[metric]}
for city in sorted(scores, key=scores.get, reverse=True)[:10]:
    print(cities.nodes[city]["name"], scores[city])
`;
}
