/** What the contract has and the API does not offer yet, as type or Type.field. What gets built is taken off
  the list. */
export const notBuilt: readonly string[] = [
  // Insights: impact and exposure, peers and cascades.
  ...['Query.impact', 'Query.exposure', 'City.suggestedPeers', 'City.graphMetrics', 'Solution.cascade'],
  ...['CityGraphMetrics', 'PeerSuggestionMethod', 'PeerSuggestion', 'AdoptionCascade', 'AdoptionStep'],
  ...['Impact', 'ImpactDimension', 'ImpactGroup', 'InfluenceCount', 'Exposure', 'ExposureGroup'],
  // Printed pages.
  ...['Network.factSheet', 'FactSheet'],
];
