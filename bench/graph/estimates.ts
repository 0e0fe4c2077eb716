import { estimate } from '../../src/insights/estimate';
import { graphOfRecords } from '../../src/insights/graph/build';
import { sharedTexts } from '../../src/insights/graph/shared-texts';
import { answerTo, type CentralityMetric, type Question, type QuestionSubject } from '../../src/insights/questions';
import { type Assignment, timed } from './measurement';
import { type GraphFile, readRandomGraph } from './random-graph';

/** What one question was expected to take, and what it took: in seconds. */
export interface EstimateCheck {
  question: string;
  expected: number;
  taken: number;
}

const METRICS: CentralityMetric[] = [
  'DEGREE',
  'STRENGTH',
  'BETWEENNESS',
  'CLOSENESS',
  'EIGENVECTOR',
  'PAGERANK',
  'CORE_NUMBER',
];

/** One of each that an estimate tells apart. */
const QUESTIONS: Question[] = [
  { name: 'assortativity', by: 'POPULATION' },
  ...METRICS.map((metric): Question => ({ name: 'centrality', metric, weighted: false })),
  { name: 'closeness', node: 0 },
  { name: 'communities', resolution: 1, seed: 42 },
  { name: 'facts' },
  { name: 'clustering' },
  { name: 'cutPoints' },
  { name: 'digest' },
  { name: 'directedDegrees' },
  { name: 'timeline', step: 'YEAR' },
];

function subjectOf(file: GraphFile): QuestionSubject {
  const { records } = readRandomGraph(file);
  const days = records.sources.map((source, i) => 10_000 + ((source + i) % 6_000));
  const numbers = new Int32Array(file.nodeCount).map((_, city) => city);
  const tables = {
    slugs: sharedTexts(Array.from(numbers, (city) => `city-${String(city).padStart(7, '0')}`)),
    countries: numbers.map((city) => city % 200),
    regions: numbers.map((city) => city % 7),
    populations: numbers.map((city) => city * 10),
  };
  return { derived: { graph: graphOfRecords({ ...records, days, isDirected: true }) }, tables };
}

function check({ file, warmUp }: Assignment): EstimateCheck[] {
  const [subject, small] = [file, warmUp!].map(subjectOf) as [QuestionSubject, QuestionSubject];
  return QUESTIONS.map((question) => {
    answerTo(question, small);
    return {
      question: 'metric' in question ? question.metric : question.name,
      expected: estimate(subject.derived.graph, question).seconds,
      taken: timed(() => answerTo(question, subject)).time / 1000,
    };
  });
}

process.send!(check(JSON.parse(process.argv[2]!) as Assignment), () => process.disconnect());
