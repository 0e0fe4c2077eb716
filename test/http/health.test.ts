import { execute } from '../support/server';
import { readTestServer } from '../support/database';
import { useHttpWorld } from '../support/http';

const http = useHttpWorld();

test('/healthz says that the process lives', async () => {
  expect(await http.fetch('/healthz')).toMatchObject({ status: 200, json: { status: 'ok' } });
});

test('/readyz says that it can answer', async () => {
  expect(await http.fetch('/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } });
});

test('not while it stops', async () => {
  http.isStopping = true;
  expect(await http.fetch('/readyz')).toMatchObject({ status: 503, json: { status: 'not ready' } });
  http.isStopping = false;
  expect(await http.fetch('/readyz')).toMatchObject({ status: 200 });
});

test('not while the database is gone; the process lives on, and is ready again when it is back', async () => {
  const { connection } = readTestServer();
  const { database } = http.world.testDatabase.connection;
  await execute(connection, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`);
  await execute(connection, `ALTER DATABASE ${database} RENAME TO ${database}_gone`);
  try {
    expect(await http.fetch('/readyz')).toMatchObject({ status: 503, json: { status: 'not ready' } });
    expect(await http.fetch('/healthz')).toMatchObject({ status: 200 });
    const { status, json, text } = await http.post({ query: '{ city(slug: "paris") { name } }' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ data: { city: null }, errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect(text).not.toContain(database);
    expect(http.world.log).toContainEqual(expect.objectContaining({ msg: 'not ready' }));
  } finally {
    await execute(connection, `ALTER DATABASE ${database}_gone RENAME TO ${database}`);
  }
  expect(await http.fetch('/readyz')).toMatchObject({ status: 200 });
  expect((await http.post({ query: '{ city(slug: "paris") { name } }' })).json).toEqual({
    data: { city: { name: 'Paris' } },
  });
});
