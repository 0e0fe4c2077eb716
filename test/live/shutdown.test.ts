import http from 'node:http';
import { Connections } from '../../src/server/connections';
import { StreamReader } from '../support/event-streams';
import { useLiveWorld } from '../support/live-world';
import { RawSocket } from '../support/sockets';

// docs/subscriptions.md: "When the server stops".
describe('a server that stops', () => {
  const world = useLiveWorld(() => ({ SHUTDOWN_PERIOD: '1000' }));

  test('finishes what runs, and ends what stays', async () => {
    const sql = (text: string) => world.http.world.sql(text);
    const socket = await RawSocket.connect(world.url);
    const busy = await RawSocket.connect(world.url);
    const stream = await StreamReader.open(world.graphql, { query: 'subscription { changes { type } }' });
    socket.subscribe('1', 'subscription { changes { type } }');
    await Promise.all([socket.begun('1'), stream.begun()]);
    // Whoever reads cities waits for this.
    const blocker = await world.http.world.database.pool.connect();
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE city IN ACCESS EXCLUSIVE MODE');
    const agent = new http.Agent({ keepAlive: true });
    busy.subscribe('q', '{ city(slug: "london") { name } }');
    const streamed = await StreamReader.open(world.graphql, { query: '{ city(slug: "london") { name } }' });
    const answer = post(agent, `${world.url}/graphql`, '{ city(slug: "london") { name } }');
    while (
      (await sql(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`))
        .length < 2
    );
    const stopped = world.http.http.stop();
    expect(await socket.closed).toEqual({ code: 1001, reason: 'Going away' });
    await stream.ended;
    expect(Number(stream.inbox.all.at(-1)!.retry)).toBeGreaterThan(0);
    expect(stream.inbox.all.some(({ event }) => event === 'complete')).toBe(false);
    await expect(RawSocket.open(world.url)).rejects.toThrow();
    await blocker.query('COMMIT');
    blocker.release();
    expect(JSON.parse(await answer)).toEqual({ data: { city: { name: 'London' } } });
    expect((await streamed.next()).data).toEqual({ data: { city: { name: 'London' } } });
    expect((await busy.next('q')).payload).toEqual({ data: { city: { name: 'London' } } });
    expect((await busy.closed).code).toBe(1001);
    await stopped;
    expect(world.http.http.feed.statistics.subscribers).toBe(0);
    expect(world.http.http.connections.size).toBe(0);
    agent.destroy();
  });
});

test('ends come in random order, each once', async () => {
  const connections = new Connections(0);
  const ended: number[] = [];
  const all = Array.from({ length: 100 }, (_, i) => i);
  for (const i of all) connections.add({ end: () => Promise.resolve(void ended.push(i)) });
  await connections.endAll(100);
  expect(ended).not.toEqual(all);
  expect([...ended].sort((a, b) => a - b)).toEqual(all);
});

function post(agent: http.Agent, url: string, query: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method: 'POST', headers: { 'content-type': 'application/json' } });
    request.once('error', reject).once('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString())).once('end', () => resolve(text));
    });
    request.end(JSON.stringify({ query }));
  });
}
