import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { Commands } from '../../src/commands/commands';
import { Source } from '../../src/data/source';
import type { Viewer } from '../../src/access/viewer';
import { entities } from '../../src/subgraphs';
import { createTestDatabase } from '../support/database';

const viewer: Viewer = {
  subject: 'someone',
  issuer: 'test',
  roles: ['ADMIN'],
  city: null,
  networks: [],
  expiresAt: Infinity,
};

test('the first command opens the database; where it is away, the next one tries again', async () => {
  const database = await createTestDatabase();
  const { host, port } = database.connection;
  let isAway = true;
  const sockets = new Set<Socket>();
  // Between the commands and the database, which is away as long as it likes.
  const between = createServer((socket) => {
    if (isAway) return void socket.destroy();
    const onward = host?.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port!, host);
    for (const one of [socket, onward]) sockets.add(one.on('error', () => undefined));
    socket.pipe(onward).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(between, 'listening');
  const connection = { ...database.connection, host: '127.0.0.1', port: (between.address() as AddressInfo).port };
  const commands = new Commands(connection, {
    ...{ poolSize: 1, statementTimeout: 0, entities: [Source, ...entities], onLostConnection: () => undefined },
    onCommit: () => Promise.resolve(7),
  });
  const note = { name: 'note', violations: {}, run: () => Promise.resolve('noted') };
  await expect(commands.run(note, {}, viewer)).rejects.toThrow(/terminated|closed|reset/i);
  isAway = false;
  expect(await commands.run(note, {}, viewer)).toEqual({ slug: 'noted', userErrors: [], position: 7 });
  await commands.close();
  for (const socket of sockets) socket.destroy();
  between.close();
  await database.drop();
});
