import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { useHttpWorld } from '../support/http';
import { intercept } from '../support/intercept';

const http = useHttpWorld(() => ({ FILE_IDLE_TIMEOUT: '500', FILES_PER_CALLER: '1' }));

test('who takes nothing of a file is cut off, and the place is free for others', async () => {
  const { database } = http.world;
  // A file without an end: every page of ids is the first one.
  const leave = intercept(database, (statement, run) => {
    const isPage = /FROM city t WHERE .* ORDER BY t\.id/s.test(statement.text);
    return isPage ? run({ text: statement.text, values: [0, ...statement.values.slice(1)] }) : run();
  });
  const page = await database.rows({ text: 'SELECT id FROM city LIMIT 100', values: [] });
  await http.world.sql(`INSERT INTO city (slug, name, country_id)
    SELECT 'more-' || i, repeat('More', 10000), (SELECT min(id) FROM country) FROM generate_series(1, ${100 - page.length}) i`);
  const begun = once(http.http.server, 'request');
  const socket = connect(Number(new URL(http.url).port), '127.0.0.1');
  try {
    socket.write('GET /exports/cities.csv HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const [, response] = (await begun) as [unknown, ServerResponse];
    await once(response, 'close');
    expect(response.writableFinished).toBe(false);
    expect((await http.fetch('/feeds/solutions.atom')).status).toBe(200);
  } finally {
    socket.destroy();
    leave();
  }
});
