import { createHash } from 'node:crypto';
import { directedDegrees } from '../../src/insights/algorithms/degree';
import { graphOf, graphOfRecords } from '../../src/insights/graph/build';
import { collapse } from '../../src/insights/graph/collapse';
import { digest } from '../../src/insights/graph/digest';
import {
  DOWNWARDS,
  linkCount,
  linkNumber,
  nodeCount,
  nodeOf,
  placeOf,
  UNDATED,
  UPWARDS,
} from '../../src/insights/graph/graph';
import { mergeLinks } from '../../src/insights/graph/merge';
import { graphFromLinks, idOf } from './graphs';

const ADOPTIONS = {
  sources: Int32Array.of(7, 3, 7, 9, 9, 5),
  targets: Int32Array.of(3, 7, 3, 3, 9, 9),
  days: Int32Array.of(100, UNDATED, 50, UNDATED, 10, 20),
  isDirected: true,
};

test('records of a pair become one link, those of a node with itself none', () => {
  const table = collapse({ ...ADOPTIONS, weights: Float64Array.of(0.5, 0.25, 1, 2, 4, 8) });
  expect(table).toEqual({
    sources: Int32Array.of(3, 3, 5),
    targets: Int32Array.of(7, 9, 9),
    weights: Float64Array.of(1.75, 2, 8),
    recordCounts: Uint32Array.of(3, 1, 1),
    directions: Uint8Array.of(UPWARDS | DOWNWARDS, DOWNWARDS, UPWARDS),
    firstDays: Int32Array.of(50, UNDATED, 20),
    lastDays: Int32Array.of(100, UNDATED, 20),
  });
});

test('a graph knows its nodes and links by id', () => {
  const graph = graphOfRecords(ADOPTIONS);
  expect([...graph.ids]).toEqual([3, 5, 7, 9]);
  expect([nodeOf(graph, 7), nodeOf(graph, 4), nodeOf(graph, 10)]).toEqual([2, undefined, undefined]);
  expect(linkNumber(graph, 1, placeOf(graph, 1, 3)!)).toBe(2);
  expect(placeOf(graph, 0, 1)).toBeUndefined();
});

test('in-degree and out-degree follow the records', () => {
  const { inDegrees, outDegrees } = directedDegrees(graphOfRecords(ADOPTIONS));
  expect([...inDegrees]).toEqual([2, 0, 1, 1]);
  expect([...outDegrees]).toEqual([1, 1, 1, 1]);
});

test('without records there is no node', () => {
  const graph = graphFromLinks([]);
  expect([nodeCount(graph), linkCount(graph), nodeOf(graph, 1)]).toEqual([0, 0, undefined]);
});

test('a graph lies in memory that threads share', () => {
  const graph = graphFromLinks([[0, 1]]);
  const arrays = [graph.ids, graph.offsets, graph.neighbours, graph.weights, ...Object.values(graph.links)];
  for (const array of arrays) expect(array.buffer).toBeInstanceOf(SharedArrayBuffer);
});

test('a change replaces a link, adds one with a new node, and takes one away with its node', () => {
  const before = graphFromLinks([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  const changes = collapse({
    sources: Int32Array.of(idOf(0), idOf(2), idOf(2)),
    targets: Int32Array.of(idOf(1), idOf(3), idOf(4)),
    weights: Float64Array.of(5, 1, 2),
  });
  changes.recordCounts[1] = 0;
  const after = graphFromLinks([
    [0, 1, 5],
    [1, 2],
    [2, 4, 2],
  ]);
  expect(mergeLinks(before, changes)).toEqual(after);
  expect(mergeLinks(before, collapse({ sources: new Int32Array(0), targets: new Int32Array(0) }))).toEqual(before);
});

describe('the digest', () => {
  const names: Record<number, string> = { 5: 'nairobi', 8: 'lima', 11: 'oslo' };
  const graph = graphFromLinks([
    [0, 1, 1 / 3],
    [2, 1, 0.1 + 0.2],
  ]);

  test('is that of a text that anyone can write', () => {
    const text = 'nodes\nlima\nnairobi\noslo\nlinks\nlima\tnairobi\t0.333333333333\nlima\toslo\t0.3\n';
    expect(digest(graph, (id) => names[id]!)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('does not depend on ids, but on weights', () => {
    const sameNames = collapse({
      sources: Int32Array.of(1, 2),
      targets: Int32Array.of(2, 3),
      weights: Float64Array.of(0.3, 1 / 3),
    });
    const other: Record<number, string> = { 1: 'oslo', 2: 'lima', 3: 'nairobi' };
    const nameOf = (id: number): string => other[id]!;
    expect(digest(graphOf(sameNames), nameOf)).toBe(digest(graph, (id) => names[id]!));
    sameNames.weights[0] = 0.4;
    expect(digest(graphOf(sameNames), nameOf)).not.toBe(digest(graph, (id) => names[id]!));
  });
});
