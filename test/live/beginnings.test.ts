import type { Socket } from 'node:net';
import { EventSource, type MessageEvent } from 'undici';
import { StreamReader } from '../support/event-streams';
import { useLiveWorld } from '../support/live-world';
import { Inbox, RawSocket } from '../support/sockets';
import type { Json } from '../support/world';

// docs/subscriptions.md: "Cursors". No ping comes while these run: what tells a cursor here is the beginning of a subscription.
const world = useLiveWorld(() => ({ LIVE_PING_INTERVAL: '600000' }));

const SHARED = 'subscription ($after: String) { solutionShared(after: $after) { cursor solution { slug } } }';
const ADDRESS = `?${new URLSearchParams({ query: SHARED }).toString()}`;

const slugOf = ({ data }: Json): string => data.solutionShared.solution.slug;

async function subscribers(count: number): Promise<void> {
  while (world.http.http.feed.statistics.subscribers !== count) await new Promise(setImmediate);
}

describe('who loses the connection before the first event comes back without a gap', () => {
  test('over WebSocket, after the cursor of the first ping', async () => {
    const lost = await RawSocket.connect(world.url);
    lost.subscribe('1', SHARED);
    const after = await lost.begun('1');
    expect(after).toBe(await world.cursor());
    lost.socket.terminate();
    await subscribers(0);
    await world.share('ws-missed');
    await world.cursor();
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('1', SHARED, { after });
    expect(slugOf((await socket.next('1')).payload)).toBe('ws-missed');
    await world.share('ws-next');
    expect(slugOf((await socket.next('1')).payload)).toBe('ws-next');
    socket.close();
    await subscribers(0);
  });

  test('over Server-Sent Events, with Last-Event-ID', async () => {
    const lost = await StreamReader.open(world.graphql + ADDRESS);
    const id = await lost.begun();
    expect(lost.inbox.all).toEqual([{ comment: '' }, { comment: `cursor ${id}`, id }]);
    lost.close();
    await subscribers(0);
    await world.share('sse-missed');
    await world.cursor();
    const stream = await StreamReader.open(world.graphql + ADDRESS, undefined, { 'last-event-id': id });
    expect(slugOf((await stream.next()).data)).toBe('sse-missed');
    await world.share('sse-next');
    expect(slugOf((await stream.next()).data)).toBe('sse-next');
    stream.close();
    await subscribers(0);
  });

  test('an EventSource does so by itself', async () => {
    const inbox = new Inbox<string>();
    const source = new EventSource(world.graphql + ADDRESS, { node: { reconnectionTime: 10 } });
    source.addEventListener('next', (event) => inbox.push(slugOf(JSON.parse((event as MessageEvent<string>).data))));
    await subscribers(1);
    const { server } = world.http.http;
    const refuse = (connection: Socket) => connection.destroy();
    server.on('connection', refuse);
    server.closeAllConnections();
    await subscribers(0);
    await world.share('while-away');
    await world.cursor();
    server.off('connection', refuse);
    await subscribers(1);
    await world.share('back-again');
    expect([await inbox.next(), await inbox.next()]).toEqual(['while-away', 'back-again']);
    source.close();
    await subscribers(0);
  });
});

test('each subscription of a socket is told its own, before its first event', async () => {
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('first', SHARED, { after: null });
  const first = await socket.begun('first');
  await world.share('between');
  await socket.next('first');
  socket.subscribe('second', SHARED);
  const second = await socket.begun('second');
  expect(second).toBe(await world.cursor());
  await world.share('behind');
  await socket.next('second');
  expect(socket.inbox.all.filter(({ type }) => type === 'ping')).toEqual([
    { type: 'ping', payload: { cursors: { first } } },
    { type: 'ping', payload: { cursors: { second } } },
  ]);
  socket.close();
  await subscribers(0);
});

test('who says where to begin is told of nothing but events', async () => {
  const after = await world.cursor();
  await world.share('after-one', 'after-two');
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', SHARED, { after });
  for (const slug of ['after-one', 'after-two']) expect(slugOf((await socket.next('1')).payload)).toBe(slug);
  expect(socket.inbox.all.map(({ type }) => String(type))).toEqual(['connection_ack', 'next', 'next']);
  socket.close();
  const variables = JSON.stringify({ after });
  const given = await StreamReader.open(`${world.graphql}${ADDRESS}&${new URLSearchParams({ variables }).toString()}`);
  const resumed = await StreamReader.open(world.graphql + ADDRESS, undefined, { 'last-event-id': after });
  for (const stream of [given, resumed]) {
    for (const slug of ['after-one', 'after-two']) expect(slugOf((await stream.next()).data)).toBe(slug);
    expect(stream.inbox.all.map(({ event, comment }) => event ?? comment)).toEqual(['', 'next', 'next']);
    stream.close();
  }
  await subscribers(0);
});
