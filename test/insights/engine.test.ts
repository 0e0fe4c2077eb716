import { LocalEngine, type LocalEngineOptions } from '../../src/insights/local-engine';
import type { AnalysedGraph } from '../../src/insights/engine';
import { QuestionTooLarge } from '../../src/insights/store/too-large';
import { graphFromLinks, idOf, ring } from './graphs';
import { tablesFrom } from './tables';

let engine: LocalEngine;

const open = (options: Partial<LocalEngineOptions> = {}): void => {
  engine = new LocalEngine({ connection: {}, onRefreshError: fail, ...options });
};
const fail = (error: unknown): never => {
  throw error;
};
afterEach(() => engine.close());

/** A ring of so many cities: its betweenness takes time that grows with the square of that. */
function ringOf(size: number): AnalysedGraph {
  const graph = graphFromLinks(ring(size));
  const layers = new Map([['COLLABORATION', graph] as const]);
  const derived = { graph, layers, isolates: Int32Array.of(6), omittedNetworks: [] };
  return {
    derived,
    tables: tablesFrom({ slugs: Array.from({ length: idOf(size) }, (_, number) => `city-${number}`) }),
    name: `ring of ${size}`,
  };
}

const BETWEENNESS = { name: 'centrality', metric: 'BETWEENNESS', weighted: false } as const;
const LONG = 12_000;

test('says what it can do', () => {
  open();
  expect(engine.capabilities).toMatchObject({ name: 'local', timeLimit: 60, maxLinks: 50_000_000 });
  expect(engine.capabilities.questions).toContain('communities');
});

test('a question that would take too long by far is refused before it runs, with an estimate', async () => {
  open({ timeLimit: 100 });
  const graph = ringOf(LONG);
  const { seconds } = engine.estimate(graph, BETWEENNESS);
  expect(seconds).toBeGreaterThan(0.3);
  const refused = engine.run(graph, BETWEENNESS);
  await expect(refused).rejects.toThrow(QuestionTooLarge);
  await expect(refused).rejects.toThrow(/12000 cities and 12000 links would take about [\d.]+: narrow the filter by/);
});

test('one that takes too long after all is ended', async () => {
  open({ timeLimit: 1 });
  await expect(engine.run(ringOf(1000), { name: 'digest' })).rejects.toThrow(
    /within 0.001 seconds, but a graph of 1000/,
  );
});

test('who leaves does not wait; who asks for the same still gets the answer', async () => {
  open();
  const graph = ringOf(2000);
  const leaving = new AbortController();
  const left = engine.run(graph, BETWEENNESS, { signal: leaving.signal });
  const stays = engine.run(graph, BETWEENNESS);
  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  expect((await stays).values).toHaveLength(2000);
});

test('a computation that nobody waits for any more is ended, and its thread goes on with what waits', async () => {
  open({ threads: 1 });
  const leaving = new AbortController();
  const long = engine.run(ringOf(LONG), BETWEENNESS, { signal: leaving.signal });
  const waiting = engine.run(ringOf(LONG), { name: 'communities', resolution: 1, seed: 1 }, { signal: leaving.signal });
  const next = engine.run(ringOf(10), { name: 'facts' });
  // The first one runs for longer than this test may: were it not ended, the last one would not have its turn.
  leaving.abort(new Error('left'));
  await expect(long).rejects.toThrow('left');
  await expect(waiting).rejects.toThrow('left');
  expect((await next).componentSizes).toEqual(Uint32Array.of(10));
}, 20_000);

test('who has left already is not computed for', async () => {
  open();
  await expect(
    engine.run(ringOf(10), { name: 'facts' }, { signal: AbortSignal.abort(new Error('left')) }),
  ).rejects.toThrow('left');
});

test('an answer is remembered, and computed anew where memory for answers is short', async () => {
  const facts = { name: 'facts' } as const;
  open();
  expect(await engine.run(ringOf(10), facts)).toBe(await engine.run(ringOf(10), facts));
  await engine.close();
  open({ maxAnswerBytes: 1 });
  const first = await engine.run(ringOf(10), facts);
  const second = await engine.run(ringOf(10), facts);
  expect(second).not.toBe(first);
  expect(second).toEqual(first);
});

test('a history is read once for all who ask for it, and its result is remembered', async () => {
  open();
  let readings = 0;
  const read = async () => {
    readings++;
    return { memberships: [], solutions: [], lastYear: 2000, undatedCount: 3 };
  };
  const results = await Promise.all([engine.exposure('one', read), engine.exposure('one', read)]);
  results.push(await engine.exposure('one', read));
  expect(results.map(({ undatedCount }) => undatedCount)).toEqual([3, 3, 3]);
  expect(readings).toBe(1);
});

test('a graph leaves with the slugs of its cities, as often as it is asked for', () => {
  open();
  const exported = engine.export(ringOf(3));
  expect(exported).toMatchObject({ version: '1', cityCount: 3, linkCount: 3, isDirected: false });
  expect([...exported.cities()].map(({ slug }) => slug)).toEqual([0, 1, 2].map((node) => `city-${idOf(node)}`));
  expect([...exported.links()]).toEqual([...exported.links()]);
  expect([...exported.links()][0]).toEqual({
    source: `city-${idOf(0)}`,
    target: `city-${idOf(1)}`,
    layer: 'COLLABORATION',
    isDirected: false,
    weight: 1,
    recordCount: 1,
    firstOn: null,
    lastOn: null,
  });
});
