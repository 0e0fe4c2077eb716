import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import pg from 'pg';
import { packet } from '../../test/support/packet';
import { createDatabase, poolConfig } from './database';

const AUTHENTICATED = packet('R', '\0\0\0\0');
const READY = packet('Z', 'I');
const TERMINATED = packet('E', 'SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');

let server: net.Server;
let connection: pg.ClientConfig;
beforeEach(async () => {
  server = net.createServer((socket) => {
    socket.once('data', () => socket.end(Buffer.concat([AUTHENTICATED, READY, TERMINATED])));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  connection = { host: '127.0.0.1', port: (server.address() as AddressInfo).port, user: 'x' };
});
afterEach(() => once(server.close(), 'close'));

const OPTIONS = { poolSize: 1, statementTimeout: 0 };

describe('a connection that ends as it begins is an error of the statement, not of the process', () => {
  test('for what reads', async () => {
    const database = createDatabase(connection, OPTIONS);
    await expect(database.rows({ text: 'SELECT 1', values: [] })).rejects.toThrow(/connection/);
    await database.close();
  });

  test('for what writes', async () => {
    const pool = new pg.Pool(poolConfig(connection, OPTIONS));
    const client = await pool.connect();
    await expect(client.query('SELECT 1')).rejects.toThrow(/connection/);
    client.release(true);
    await pool.end();
  });
});
