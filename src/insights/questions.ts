import {
  type Assortativity,
  categoricalAssortativity,
  degreeAssortativity,
  numericAssortativity,
} from './algorithms/assortativity';
import { betweenness } from './algorithms/betweenness';
import { cutPoints, type CutPoints } from './algorithms/bridges';
import { closeness, closenessOf } from './algorithms/closeness';
import { clustering } from './algorithms/clustering';
import { components } from './algorithms/components';
import { coreNumbers } from './algorithms/core-numbers';
import { degrees, directedDegrees, strengths } from './algorithms/degree';
import { eigenvector } from './algorithms/eigenvector';
import { leiden } from './algorithms/leiden/leiden';
import { modularity } from './algorithms/modularity';
import { pagerank } from './algorithms/pagerank';
import type { Partition } from './algorithms/partition';
import type { Scores } from './algorithms/scores';
import { timeline, type TimelineStep, undatedLinkCount } from './algorithms/timeline';
import { digest } from './graph/digest';
import type { Graph } from './graph/graph';
import type { DerivedGraph } from './store/derive-graph';
import { type CityTable, slugOf } from './store/tables';

export type CentralityMetric =
  'DEGREE' | 'STRENGTH' | 'BETWEENNESS' | 'CLOSENESS' | 'EIGENVECTOR' | 'PAGERANK' | 'CORE_NUMBER';

export type AssortativityAttribute = 'DEGREE' | 'REGION' | 'COUNTRY' | 'POPULATION';

/** What questions are asked of: a graph, and what is known of its cities. */
export interface QuestionSubject {
  derived: Pick<DerivedGraph, 'graph'>;
  tables: Pick<CityTable, 'slugs' | 'countries' | 'regions' | 'populations'>;
}

/** A question whose answer takes a look at the whole graph. */
export type Question =
  | { name: 'assortativity'; by: AssortativityAttribute }
  | { name: 'centrality'; metric: CentralityMetric; weighted: boolean }
  | { name: 'closeness'; node: number }
  | { name: 'communities'; resolution: number; seed: number }
  | { name: 'facts' }
  | { name: 'clustering' }
  | { name: 'cutPoints' }
  | { name: 'digest' }
  | { name: 'directedDegrees' }
  | { name: 'timeline'; step: TimelineStep };

/** What comes of each question. */
export interface Answers {
  assortativity: Assortativity;
  centrality: Scores;
  closeness: { value: number };
  communities: Partition & { modularity: number | null };
  /** Of components, the largest first; of links without a date. */
  facts: { componentSizes: Uint32Array; undatedLinkCount: number };
  clustering: { local: Float64Array; average: number; transitivity: number };
  cutPoints: CutPoints;
  digest: { hex: string };
  directedDegrees: ReturnType<typeof directedDegrees>;
  timeline: { points: ReturnType<typeof timeline> };
}

type Answering = {
  [N in Question['name']]: (question: Extract<Question, { name: N }>, subject: QuestionSubject) => Answers[N];
};

const answering: Answering = {
  assortativity: ({ by }, subject) => assortativity(by, subject),
  centrality: ({ metric, weighted }, { derived }) => centralities[metric](derived.graph, weighted),
  closeness: ({ node }, { derived }) => ({ value: closenessOf(derived.graph, node) }),
  communities: ({ resolution, seed }, { derived: { graph } }) => {
    const partition = leiden(graph, { resolution, seed });
    return { ...partition, modularity: modularity(graph, partition.groups, { resolution }) };
  },
  facts: (_, { derived: { graph } }) => ({
    componentSizes: components(graph).sizes,
    undatedLinkCount: undatedLinkCount(graph),
  }),
  clustering: (_, { derived }) => clustering(derived.graph),
  cutPoints: (_, { derived }) => {
    const { isBridge, isArticulation } = cutPoints(derived.graph);
    return { isBridge, isArticulation };
  },
  digest: (_, { derived, tables }) => ({ hex: digest(derived.graph, (city) => slugOf(tables, city)) }),
  directedDegrees: (_, { derived }) => directedDegrees(derived.graph),
  timeline: ({ step }, { derived }) => ({ points: timeline(derived.graph, step) }),
};

/** The names of all questions. */
export const QUESTIONS = Object.keys(answering) as Question['name'][];

/** Answers a question, in whatever thread it is asked. */
export function answerTo(question: Question, subject: QuestionSubject): object {
  const answer = answering[question.name] as (question: Question, subject: QuestionSubject) => object;
  return answer(question, subject);
}

const counted = (values: ArrayLike<number>, method: string): Scores => ({
  values: Float64Array.from(values),
  method,
  exact: true,
  converged: true,
});

const centralities: Record<CentralityMetric, (graph: Graph, weighted: boolean) => Scores> = {
  DEGREE: (graph) => counted(degrees(graph), 'number of neighbours'),
  STRENGTH: (graph) => counted(strengths(graph), 'sum of the weights of links'),
  BETWEENNESS: (graph) => betweenness(graph),
  CLOSENESS: (graph) => closeness(graph),
  EIGENVECTOR: (graph, weighted) => eigenvector(graph, { weighted }),
  PAGERANK: (graph, weighted) => pagerank(graph, { weighted }),
  CORE_NUMBER: (graph) => counted(coreNumbers(graph), 'k-core decomposition (Batagelj and Zaveršnik 2003)'),
};

function assortativity(by: AssortativityAttribute, { derived: { graph }, tables }: QuestionSubject): Assortativity {
  const valuesOf = (column: Int32Array): Int32Array => graph.ids.map((city) => column[city]!);
  switch (by) {
    case 'DEGREE':
      return degreeAssortativity(graph);
    case 'REGION':
      return categoricalAssortativity(graph, valuesOf(tables.regions));
    case 'COUNTRY':
      return categoricalAssortativity(graph, valuesOf(tables.countries));
    case 'POPULATION':
      // Populations differ by orders of magnitude. Of none there is no logarithm: it counts as unknown.
      return numericAssortativity(
        graph,
        Float64Array.from(valuesOf(tables.populations), (people) => (people > 0 ? Math.log10(people) : NaN)),
      );
  }
}
