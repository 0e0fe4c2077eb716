import net, { type AddressInfo } from 'node:net';
import { readTestServer } from '../../test/support/database';
import { openDatabase } from './connect';

const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataDir: '' });

const { connection } = readTestServer();
const url = (changes: Partial<typeof connection> = {}): string => {
  const { user, host, port, database } = { ...connection, ...changes };
  return `postgresql://${user}:secret@/${database}?host=${host}&port=${port}`;
};

/** A server on a free port that does with each connection what the test says. */
async function listen(answer: (socket: net.Socket) => void): Promise<{ port: number; close: () => void }> {
  const sockets: net.Socket[] = [];
  const server = net.createServer(answer).on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy(); // Who does not read would not hear that the other side has gone.
  };
  return { port: (server.address() as AddressInfo).port, close };
}

test('gives what connects to the database, and its version', async () => {
  const database = await open(url());
  expect(database.connection).toMatchObject({ user: connection.user, database: connection.database });
  expect(database.version).toBeGreaterThanOrEqual(15);
  await database.stop();
});

test('does not take for its time that in which the program is loaded', async () => {
  const opening = openDatabase({ databaseUrl: url(), dataDir: '' }, 500);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000); // As busy as one that loads modules.
  await (await opening).stop();
});

test('tells that a database does not answer in time', async () => {
  const { port, close } = await listen(() => undefined);
  const opening = openDatabase({ databaseUrl: `postgresql://app:secret@127.0.0.1:${port}/city`, dataDir: '' }, 50);
  await expect(opening).rejects.toThrow(
    /^DATABASE_URL: expected a PostgreSQL that answers, got "timeout expired" from/,
  );
  close();
});

test('tells that nobody listens, and where it looked', async () => {
  const { port, close } = await listen(() => undefined);
  close();
  await expect(open(`postgresql://app:secret@127.0.0.1:${port}/city`)).rejects.toThrow(
    `DATABASE_URL: expected a PostgreSQL that answers, got connection refused from 127.0.0.1:${port} (user app, database city)`,
  );
});

test('tells that there is no such host', async () => {
  await expect(open('postgresql://app:secret@db.invalid/city')).rejects.toThrow(
    /^DATABASE_URL: expected .*, got no (such|answer about the) host.* from db\.invalid:5432 \(user app, database city\)$/,
  );
});

test('tells that there is no such database', async () => {
  await expect(open(url({ database: 'atlantis' }))).rejects.toThrow(
    /^DATABASE_URL: expected a PostgreSQL that answers, got "database \\"atlantis\\" does not exist" from .*$/,
  );
});

test('tells that what answers is no PostgreSQL', async () => {
  const { port, close } = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await expect(open(`postgresql://app:secret@127.0.0.1:${port}/city`)).rejects.toThrow(
    /^DATABASE_URL: expected a PostgreSQL that answers, got .* from 127\.0\.0\.1:\d+ \(user app, database city\)$/,
  );
  close();
});

test('never shows the password', async () => {
  for (const wrong of [
    'postgresql://app:secret@127.0.0.1:1/city',
    'postgresql://app:secret@host:port/city',
    url({ user: 'nobody' }),
  ]) {
    const error = await open(wrong).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'CONFIG', message: expect.stringMatching(/^DATABASE_URL: /) });
    expect(String(error)).not.toContain('secret');
  }
});
