import fs from 'node:fs';
import { signLocalToken } from '../../src/access/local-issuer';
import { createDataFolder } from '../support/folders';
import { useLiveWorld } from '../support/live-world';
import { RawSocket, socketUrl } from '../support/sockets';
import { WebSocket } from 'ws';

// docs/subscriptions.md: "Close codes" and "Limits".
const folder = createDataFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const world = useLiveWorld(() => ({
  INTERURBAN_DATA_DIR: folder,
  LIVE_INIT_TIMEOUT: '1000',
  LIVE_SUBSCRIPTIONS: '3',
  LIVE_CONNECTIONS_PER_CALLER: '4',
}));

const token = (expiresIn: number, subject = 'somebody') =>
  signLocalToken(folder, { subject, roles: ['admin'], networks: [], expiresIn });

const INIT = { type: 'connection_init' };
const SUBSCRIBE = { id: '1', type: 'subscribe', payload: { query: 'subscription { changes { type } }' } };
const ACKNOWLEDGED = ({ type }: { type: string }) => type === 'connection_ack';

test.each([
  [4400, 'no JSON', ['no JSON']],
  [4400, 'JSON that is no object', ['[]']],
  [4400, 'an unknown type', [{ type: 'hello' }]],
  [4400, 'no type', [{}]],
  [4400, 'a message that servers send', [INIT, { id: '1', type: 'next', payload: {} }]],
  [4400, 'no id', [INIT, { type: 'subscribe', payload: SUBSCRIBE.payload }]],
  [4400, 'an id that is too long', [INIT, { ...SUBSCRIBE, id: 'x'.repeat(257) }]],
  [4400, 'no document', [INIT, { ...SUBSCRIBE, payload: {} }]],
  [4401, 'a subscription before connection_init', [SUBSCRIBE]],
  [4403, 'a token that is none', [{ ...INIT, payload: { authorization: 'Bearer none' } }]],
  [4403, 'a token that is no text', [{ ...INIT, payload: { Authorization: 1 } }]],
  [4408, 'no connection_init', []],
  [4409, 'an id that is in use', [INIT, SUBSCRIBE, SUBSCRIBE]],
  [4429, 'a second connection_init', [INIT, INIT]],
  [1009, 'a message of 10 MB', [INIT, { ...SUBSCRIBE, padding: 'x'.repeat(10_000_000) }]],
])('%i for %s', async (code, _what, messages: (object | string)[]) => {
  const socket = await RawSocket.open(world.url);
  for (const message of messages) {
    socket.send(message);
    if (message === INIT && messages[1] !== INIT) await socket.inbox.nextWhere(ACKNOWLEDGED);
  }
  expect(await socket.closed).toMatchObject({ code });
});

test('4406 for another subprotocol', async () => {
  const socket = new WebSocket(socketUrl(world.url));
  expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4406);
});

test('4403 when the token expires, and what runs ends with it', async () => {
  const socket = await RawSocket.connect(world.url, { authorization: `Bearer ${await token(2)}` });
  socket.send(SUBSCRIBE);
  expect(await socket.closed).toEqual({ code: 4403, reason: 'Token expired' });
  await idle();
});

test('the token of the header counts as well', async () => {
  const headers = { authorization: `Bearer ${await token(60)}` };
  const socket = await RawSocket.connect(world.url, undefined, { headers });
  socket.subscribe('1', '{ viewer { subject } }');
  expect((await socket.next('1')).payload.data).toEqual({ viewer: { subject: 'somebody' } });
  socket.close();
  await socket.closed;
});

test('401, with what to show, for a header that is not to be believed', async () => {
  const { status, headers } = await refusal('/graphql', { authorization: 'Bearer none' });
  expect(status).toBe(401);
  expect(headers['www-authenticate']).toMatch(/^Bearer/);
});

test('404 for another address', async () => expect(await refusal('/elsewhere')).toMatchObject({ status: 404 }));

test('503 while the server stops', async () => {
  world.http.isStopping = true;
  expect(await refusal('/graphql')).toMatchObject({ status: 503 });
  world.http.isStopping = false;
});

test('429 for too many sockets from one address, until one is closed', async () => {
  const sockets = [];
  for (let i = 0; i < 4; i++) sockets.push(await RawSocket.open(world.url));
  expect(await refusal('/graphql')).toMatchObject({ status: 429 });
  const stream = await fetch(`${world.graphql}?query={__typename}`, { headers: { accept: 'text/event-stream' } });
  expect(stream.status).toBe(429);
  for (const socket of sockets) socket.close();
  await Promise.all(sockets.map(({ closed }) => closed));
  await idle();
  const another = await RawSocket.open(world.url);
  another.close();
  await another.closed;
});

test('one operation too many is refused alone', async () => {
  const socket = await RawSocket.connect(world.url);
  for (const id of ['1', '2', '3', '4']) socket.send({ ...SUBSCRIBE, id });
  expect(await socket.next('4')).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }],
  });
  socket.send({ id: '1', type: 'complete' });
  socket.subscribe('5', '{ __typename }');
  expect(await socket.next('5')).toMatchObject({ type: 'next' });
  socket.close();
});

/** How an upgrade is refused. */
function refusal(path: string, headers = {}): Promise<{ status: number; headers: Record<string, string> }> {
  const socket = new WebSocket(`${world.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
  return new Promise((resolve, reject) => {
    socket.once('open', () => reject(new Error('Expected a refusal, but got a socket.')));
    socket.once('error', () => undefined);
    socket.once('unexpected-response', (_request, response) => {
      resolve({ status: response.statusCode!, headers: response.headers as Record<string, string> });
      response.resume();
    });
  });
}

/** Resolves when the server knows that nobody is there any more. */
async function idle(): Promise<void> {
  while (world.http.http.connections.size > 0) await new Promise(setImmediate);
}
