import { table } from '../table';
import { sum } from './answers';
import { type GraphMeasurement, type Task, TASKS } from './measurement';
import type { GraphFile } from './random-graph';

/** What one contender made of a graph: asked for the first time, and once warm. A reason in words where it takes no part. */
export interface Result {
  name: string;
  cold: GraphMeasurement | string;
  warm: GraphMeasurement | string;
}

/** One graph, and what all made of it; the first of them are we. */
export interface Comparison {
  file: GraphFile;
  results: Result[];
  /** In words: how long the main loop waits while a graph is built. */
  delays: string;
}

export const count = (value: number): string => value.toLocaleString('en');

const figure = (value: number): string => (value >= 99.5 ? count(Math.round(value)) : value.toPrecision(2));

const tasks = Object.keys(TASKS) as Task[];

/** The tables of a comparison, and what there is to say of them. */
export function section({ file, results, delays }: Comparison): string {
  const measured = results.flatMap(({ name, cold, warm }) =>
    typeof cold === 'string' || typeof warm === 'string' ? [] : [{ name, cold, warm }],
  );
  const absent = results.flatMap(({ name, cold, warm }) => {
    const reason = [cold, warm].find((result) => typeof result === 'string');
    return reason === undefined ? [] : [`${name} takes no part: ${reason}.`];
  });
  const own = measured[0]!;
  const time = (measurement: GraphMeasurement, task: Task): string => {
    const value = measurement.times[task];
    return value === null ? '–' : figure(value);
  };
  const ratio = (measurement: GraphMeasurement, task: Task): string => {
    const value = measurement.times[task];
    return value === null ? '–' : `${figure(value / own.warm.times[task]!)} ×`;
  };
  const head = [
    `${count(file.nodeCount)} cities, ${count(file.linkCount)} links`,
    ...measured.flatMap(({ warm: { library } }, i) => [library, 'cold', ...(i === 0 ? [] : ['÷ ours'])]),
  ];
  const rows = tasks.map((task) => [
    TASKS[task],
    ...measured.flatMap(({ cold, warm }, i) => [
      time(warm, task),
      time(cold, task),
      ...(i === 0 ? [] : [ratio(warm, task)]),
    ]),
  ]);
  const others = (label: string, value: (measurement: GraphMeasurement) => string): string[] => [
    label,
    ...measured.flatMap(({ cold, warm }, i) => [value(warm), value(cold), ...(i === 0 ? [] : [''])]),
  ];
  const mean = (values: readonly number[]): number => sum(values) / values.length;
  rows.push(others('modularity, mean', ({ answers }) => mean(answers.modularities).toFixed(4)));
  rows.push(others('peak memory (MB)', ({ peak }) => figure(peak)));
  return [table(head, rows), ...absent, delays].join('\n\n');
}
