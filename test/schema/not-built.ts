/** What the contract has and the API does not offer yet, as type or Type.field. What gets built is taken off
  the list. */
export const notBuilt: readonly string[] = [
  // Insights: the graph of cities, impact and exposure.
  ...['Query.graph', 'Query.impact', 'Query.exposure', 'City.suggestedPeers', 'City.graphMetrics', 'Solution.cascade'],
  ...['GraphLayer', 'GraphFilter', 'CollaborationGraph', 'CentralityMetric', 'AssortativityAttribute', 'TimelineStep'],
  ...['Ranking', 'RankedCity', 'Partition', 'Community', 'GraphPath', 'GraphLink', 'GraphNode', 'Subgraph'],
  ...['TimelinePoint', 'CityGraphMetrics', 'PeerSuggestionMethod', 'PeerSuggestion', 'AdoptionCascade', 'AdoptionStep'],
  ...['Impact', 'ImpactDimension', 'ImpactGroup', 'InfluenceCount', 'Exposure', 'ExposureGroup'],
  // Printed pages.
  ...['Network.factSheet', 'FactSheet'],
];
