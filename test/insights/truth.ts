import truths from './truth.json';

/** What networkx found in a graph: printed by truth.py, where each figure's call can be read. */
export interface Truth {
  nodeCount: number;
  links: [number, number, number][];
  /** The groups that the links were made of. */
  groups: number[][] | null;
  whole: {
    density: number;
    averageDegree: number;
    transitivity: number;
    averageClustering: number;
    componentSizes: number[];
    degreeAssortativity: number | null;
    categoricalAssortativity: number | null;
    numericAssortativity: number | null;
    bridges: [number, number][];
    articulationPoints: number[];
    modularity: number;
    weightedModularity: number;
  };
  byNode: Record<string, number[]>;
  paths: { target: number; paths: number[][]; weightedPaths: number[][]; weightedCost: number | null };
  suggestions: Record<string, [node: number, score: number][]>;
}

export const TRUTHS = Object.entries(truths as unknown as Record<string, Truth>);
