import { once } from 'node:events';
import EventEmitter from 'node:events';
import type { Question } from '../../src/insights/questions';
import { Departure } from '../../src/server/departure';
import { useHttpWorld } from '../support/http';

const http = useHttpWorld();

const ask = (query: string, signal?: AbortSignal) =>
  fetch(`${http.url}/graphql`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }), signal },
  });

test('a client that leaves takes its question with it; who asks for the same still gets the answer', async () => {
  const { graphs } = http.world.services;
  const run = graphs.run.bind(graphs);
  const asked = new EventEmitter();
  const signals: AbortSignal[] = [];
  let proceed!: () => void;
  const gate = new Promise<void>((resolve) => (proceed = resolve));
  // Questions are held until both have been asked, and one of those who ask has left: then they are answered as ever.
  graphs.run = async (graph, question, options) => {
    signals.push(options!.signal!);
    asked.emit('question');
    await gate;
    return run(graph, question, options);
  };
  try {
    const leaving = new AbortController();
    const first = once(asked, 'question');
    const left = ask('{ left: graph { communities { communities { size } } } }', leaving.signal);
    await first;
    const second = once(asked, 'question');
    const stays = ask('{ stays: graph { communities { communities { size } } } }');
    await second;
    const gone = once(signals[0]!, 'abort');
    leaving.abort();
    await expect(left).rejects.toThrow(/abort/);
    await gone;
    expect(signals[0]!.reason).toBeInstanceOf(Departure);
    proceed();
    const { data } = (await (await stays).json()) as { data: { stays: { communities: { communities: object[] } } } };
    expect(data.stays.communities.communities.length).toBeGreaterThan(0);
    expect(signals[1]!.aborted).toBe(false);
  } finally {
    proceed();
    graphs.run = run;
  }
  expect(http.world.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

describe('a question that is too big', () => {
  // An engine that is a million million times as slow would say the same of this small graph.
  beforeAll(() => {
    const { graphs } = http.world.services;
    const estimate = graphs.estimate.bind(graphs);
    graphs.estimate = (graph, question: Question) => {
      const { seconds, bytes } = estimate(graph, question);
      return { seconds: seconds * 1e12, bytes };
    };
  });

  const MESSAGE =
    /^Expected a question of at most 60 seconds, but a graph of \d+ cities and \d+ links would take about \d+.*: narrow the filter by/;

  test('says so in the API, with an estimate and what to narrow; the rest of the answer comes', async () => {
    const { data, errors } = (await (
      await ask('{ graph { cityCount transitivity } networks(first: 1) { nodes { slug } } }')
    ).json()) as {
      data: { graph: null; networks: { nodes: object[] } };
      errors: { message: string; path: string[]; extensions: object }[];
    };
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(MESSAGE),
        path: ['graph', 'transitivity'],
        extensions: { code: 'GRAPH_QUESTION_TOO_LARGE' },
      }),
    ]);
    expect(data.networks.nodes).toHaveLength(1);
  });

  test('and in exports, with status 422', async () => {
    const { status, json } = await http.fetch('/exports/graph.json?since=2001-01-01');
    expect(status).toBe(422);
    expect(json.errors).toEqual([
      { message: expect.stringMatching(MESSAGE), extensions: { code: 'GRAPH_QUESTION_TOO_LARGE' } },
    ]);
  });
});
