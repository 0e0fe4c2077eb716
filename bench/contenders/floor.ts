import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import pg from 'pg';
import { statements } from './floor-statements';
import { host, POOL_SIZE, readConnection } from './host';

/**
 * The floor: no GraphQL at all. One hand-written statement for each operation makes the whole answer in PostgreSQL, and its text is
 * sent as it came.
 */
const pool = new pg.Pool({
  ...readConnection(),
  max: POOL_SIZE,
  // The settings of our own sessions: whoever writes such statements would find them too.
  options: '-c timezone=UTC -c datestyle=ISO -c random_page_cost=1.1 -c jit=off',
});

const names = new Map<string, string>(
  Object.entries(statements).map(([operation, { text }]) => [
    operation,
    createHash('sha256').update(text).digest('base64url').slice(0, 22),
  ]),
);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
  const { operationName, variables } = JSON.parse(body) as {
    operationName: keyof typeof statements;
    variables: Record<string, string | null>;
  };
  const { text, values } = statements[operationName];
  const query = { name: names.get(operationName)!, text, values: values(variables), rowMode: 'array' as const };
  const { rows } = await pool.query<[string]>(query);
  const json = Buffer.from(rows[0]![0]);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': json.length });
  response.end(json);
}

host((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
