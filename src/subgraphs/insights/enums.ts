import { registerEnumType } from 'type-graphql';

export enum GraphLayer {
  COLLABORATION = 'COLLABORATION',
  CO_MEMBERSHIP = 'CO_MEMBERSHIP',
  ADOPTION = 'ADOPTION',
}
registerEnumType(GraphLayer, {
  name: 'GraphLayer',
  description: 'What links two cities. Declared links and derived ones are layers of their own, never mixed unasked.',
  valuesConfig: {
    COLLABORATION: {
      description:
        'They took part in a collaboration together: one of k cities gives each pair the weight 1 / (k − 1), k before any ' +
        'filter (Newman 2001, https://doi.org/10.1103/PhysRevE.64.016132). All kinds weigh alike.',
    },
    CO_MEMBERSHIP: {
      description:
        'Derived: they were members of a network at the same time. A network that k cities have ever belonged to gives each ' +
        'pair 1 / (k − 1). Groups become cliques, which inflates clustering. Networks of more than 2,500 are left out.',
    },
    ADOPTION: {
      description:
        'One took up a solution that it learnt of from the other, as the record says: what is in progress or implemented. ' +
        'Directed from the city learnt from to the adopter; figures take it undirected, but for inDegree and outDegree.',
    },
  },
});

export enum CentralityMetric {
  DEGREE = 'DEGREE',
  STRENGTH = 'STRENGTH',
  BETWEENNESS = 'BETWEENNESS',
  CLOSENESS = 'CLOSENESS',
  EIGENVECTOR = 'EIGENVECTOR',
  PAGERANK = 'PAGERANK',
  CORE_NUMBER = 'CORE_NUMBER',
}

/** Definition, normalisation and source of each, for wherever it is offered. */
export const CENTRALITY = {
  DEGREE: 'The number of cities that it is linked with. Not normalised; networkx: Graph.degree.',
  STRENGTH:
    'The sum of the weights of its links (Barrat and others 2004). Not normalised; networkx: Graph.degree with weight. ' +
    'Needs a graph of one layer.',
  BETWEENNESS:
    'The share of shortest paths between two other cities that run through it, unweighted, over all (n − 1)(n − 2) / 2 ' +
    'pairs (Freeman 1977; Brandes 2001); from 500 random pivots above 13,000 cities (Brandes and Pich 2007). networkx: ' +
    'betweenness_centrality.',
  CLOSENESS:
    'How near it is to all cities that it reaches, unweighted: with r of n cities reached besides itself and s the sum of ' +
    'the distances, (r / s) × r / (n − 1) (Wasserman and Faust 1994). networkx: closeness_centrality.',
  EIGENVECTOR:
    'Linked with cities that are themselves well linked: the leading eigenvector of the adjacency matrix, of Euclidean ' +
    'length 1 (Bonacich 1987). networkx: eigenvector_centrality.',
  PAGERANK:
    'The share of time that a random walker spends there who starts anew with probability 0.15; the sum over all cities ' +
    'is 1 (Page and others 1999). networkx: pagerank, but to an absolute 1e-9.',
  CORE_NUMBER:
    'The largest k such that it belongs to a group in which each is linked with k others (Seidman 1983). Not normalised; ' +
    'networkx: core_number.',
} satisfies Record<CentralityMetric, string>;

registerEnumType(CentralityMetric, {
  name: 'CentralityMetric',
  description: 'In what sense a city is central.',
  valuesConfig: Object.fromEntries(
    Object.entries(CENTRALITY).map(([metric, description]) => [metric, { description }]),
  ),
});

export enum AssortativityAttribute {
  DEGREE = 'DEGREE',
  REGION = 'REGION',
  COUNTRY = 'COUNTRY',
  POPULATION = 'POPULATION',
}
registerEnumType(AssortativityAttribute, {
  name: 'AssortativityAttribute',
  description: 'In what linked cities may be alike.',
  valuesConfig: {
    DEGREE: { description: 'The number of cities that each is linked with.' },
    REGION: { description: 'The region. Cities without one are left out, with their links.' },
    COUNTRY: { description: 'The country.' },
    POPULATION: {
      description: 'The logarithm (base 10) of the population. Cities without one are left out, with their links.',
    },
  },
});

export enum TimelineStep {
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}
registerEnumType(TimelineStep, {
  name: 'TimelineStep',
  description: 'How far apart the points of a timeline are.',
  valuesConfig: { MONTH: { description: 'A calendar month.' }, YEAR: { description: 'A calendar year.' } },
});
