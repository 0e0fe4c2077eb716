import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createDataFolder } from '../support/folders';
import { useHttpWorld } from '../support/http';
import { python, testWithNetworkx } from '../support/python';
import type { Json } from '../support/world';

const http = useHttpWorld();
const FORMATS = ['gexf', 'graphml', 'json', 'csv.zip'] as const;

interface Found {
  isDirected: boolean;
  isMultigraph: boolean;
  degrees: Record<string, number>;
  inDegrees: Record<string, number> | null;
  strengths: Record<string, number>;
  components: number;
  nodes: Record<string, Json>;
  edges: [string, string, Json][];
}

/** What networkx finds in each format. */
async function opened(query: string): Promise<Record<string, Found>> {
  const folder = createDataFolder();
  try {
    for (const format of FORMATS) {
      const response = await fetch(`${http.url}/exports/graph.${format}${query}`);
      await writeFile(path.join(folder, `graph.${format}`), Buffer.from(await response.arrayBuffer()));
    }
    return (JSON.parse(await python(path.join(__dirname, 'open_with_networkx.py'), {}, folder)) as { graphs: never })
      .graphs;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const LAYERS = [
  [['COLLABORATION'], false, false],
  [['CO_MEMBERSHIP'], false, false],
  [['ADOPTION'], true, false],
  [['COLLABORATION', 'CO_MEMBERSHIP', 'ADOPTION'], true, true],
] as const;

testWithNetworkx().each(LAYERS)(
  'networkx finds the graph of %j in every format',
  async (layers, isDirected, isMultigraph) => {
    const { graph } = await http.world.ask(
      `query ($filter: GraphFilter) { graph(filter: $filter) { cityCount linkCount isolateCount componentCount
      rank(by: DEGREE, first: 100) { cities { score city { id } } } } }`,
      { variables: { filter: { layers } } },
    );
    const { gexf, ...others } = await opened(`?layers=${layers.join()}`);
    expect(gexf).toMatchObject({ isDirected, isMultigraph });
    expect(Object.keys(gexf!.nodes)).toHaveLength(Number(graph.cityCount) + Number(graph.isolateCount));
    expect(gexf!.components).toBe(Number(graph.componentCount) + Number(graph.isolateCount));
    const pairs = new Set(gexf!.edges.map(([source, target]) => [source, target].sort().join()));
    expect(pairs.size).toBe(graph.linkCount);
    if (!isDirected) for (const { score, city } of graph.rank.cities) expect(gexf!.degrees[city.id]).toBe(score);
    for (const [format, found] of Object.entries(others)) expect({ format, ...found }).toEqual({ format, ...gexf });
  },
);

testWithNetworkx()('networkx finds what the API says of a city', async () => {
  const { city } = await http.world.ask(`{ city(slug: "london") { id slug name country { code } region population
    location { latitude longitude } wikidataId geonamesId unlocode
    collaboration: graphMetrics { degree strength } adoption: graphMetrics(filter: { layers: [ADOPTION] }) { inDegree outDegree } } }`);
  const { id, country, location, collaboration, adoption, ...own } = city;
  const { json: collaborations } = await opened('');
  const known = Object.entries({ ...own, country: country.code, ...location }).filter(([, value]) => value !== null);
  expect(collaborations!.nodes[id]).toEqual(Object.fromEntries(known));
  expect(collaborations!.degrees[id]).toBe(collaboration.degree);
  expect(collaborations!.strengths[id]).toBeCloseTo(Number(collaboration.strength), 9);
  const { graphml: adoptions } = await opened('?layers=ADOPTION');
  expect(adoptions!.inDegrees![id]).toBe(adoption.inDegree);
  expect(adoptions!.degrees[id]).toBe(Number(adoption.inDegree) + Number(adoption.outDegree));
});
