import { fork, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { PROJECT_ROOT } from '../../src/project-root';
import type { Assignment, GraphMeasurement } from './measurement';

/** Measures a graph in a process of its own. Gives a reason, in words, where the contender cannot take part. */
export type Contender = (assignment: Assignment) => Promise<GraphMeasurement | string>;

/** graphology takes minutes to build the largest graph. */
const MOST_LINKS_OF_GRAPHOLOGY = 1_000_000;

export const CONTENDERS: Record<'interurban' | 'graphology' | 'igraph', Contender> = {
  interurban: (assignment) => inProcess('./interurban', assignment),
  graphology: async (assignment) =>
    assignment.file.linkCount > MOST_LINKS_OF_GRAPHOLOGY
      ? 'it takes minutes to build so many links'
      : inProcess<GraphMeasurement>('./graphology', assignment),
  igraph: (assignment) => inPython('bench/graph/igraph_contender.py', assignment),
};

/** What a module sends. @throws where it ends without */
export function inProcess<T>(module: string, argument: object): Promise<T> {
  const child = fork(require.resolve(module), [JSON.stringify(argument)]);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Expected a measurement, but ${module} ended with ${code}.`)));
    child.once('message', (message) => resolve(message as T));
  });
}

const NOT_INSTALLED = 3;

/** A library of the system's may be missing, or too old for what is asked of it: that is told, and ends nothing. */
async function inPython(script: string, assignment: Assignment): Promise<GraphMeasurement | string> {
  const python = process.env['PYTHON'] ?? 'python3';
  const child = spawn(python, [path.join(PROJECT_ROOT, script), JSON.stringify(assignment)], {
    env: { ...process.env, OMP_NUM_THREADS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [code, output, errors] = await Promise.all([codeOf(child), text(child.stdout), text(child.stderr)]);
  if (code === 0) return JSON.parse(output) as GraphMeasurement;
  if (code === undefined) return `there is no ${python}`;
  if (code === NOT_INSTALLED) return `${python} does not have it`;
  return `it ended with ${code}: ${errors.trim().split('\n').at(-1)}`;
}

/** What a process ends with; undefined where it cannot be started, null where a signal ended it. */
const codeOf = (child: ChildProcess): Promise<number | null | undefined> =>
  new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('close', resolve);
  });
