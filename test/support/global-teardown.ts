import { execute } from './server';

/** After all tests. */
export default async function tearDown(): Promise<void> {
  const server = globalThis.testServer;
  if (!server) return;
  await execute(server.connection, `DROP DATABASE ${server.template} WITH (FORCE)`);
  await server.stop();
}
