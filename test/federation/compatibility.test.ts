// Apollo's own tests of subgraphs, over a schema that is made with what makes ours. They want their subgraphs and the gateway on fixed
// ports, 4000 to 4003: the one exception among our tests.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer, request, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { expressMiddleware } from '@as-integrations/express5';
import express, { json } from 'express';
import { subgraphSdl } from '../../src/schema/subgraph-sdl';
import { Gateway } from '../support/gateway';
import { endProgram } from '../support/program';
import { productsSubgraph } from './products';

const SUITE = path.join(__dirname, '../compatibility/node_modules/@apollo/federation-subgraph-compatibility-tests');

const gateway = new Gateway();
const servers: Server[] = [];
const children: ChildProcess[] = [];

async function listen(port: number, listener: RequestListener): Promise<void> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
}

/** One of the suite's own subgraphs. */
async function startTheirs(name: 'users' | 'inventory', port: number) {
  const folder = path.join(SUITE, 'dist/subgraphs', name);
  const child = spawn(process.execPath, ['index.js'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data'); // It says that it is ready.
  return { name, url: `http://127.0.0.1:${port}/`, sdl: fs.readFileSync(path.join(folder, `${name}.graphql`), 'utf8') };
}

/** Products, as the suite asks them; traces are for the suite alone. */
async function startProducts(port: number) {
  const { schema, served } = productsSubgraph();
  const apollo = new ApolloServer({ schema: served, introspection: true, plugins: [ApolloServerPluginInlineTrace()] });
  await apollo.start();
  await listen(port, express().use(json(), expressMiddleware(apollo)) as RequestListener);
  return { name: 'products', url: `http://127.0.0.1:${port}/`, sdl: subgraphSdl(schema) };
}

beforeAll(async () => {
  const products = await startProducts(4001);
  await gateway.start([products, await startTheirs('users', 4002), await startTheirs('inventory', 4003)]);
  // The suite asks the gateway at the root of its address.
  await listen(4000, (asked, answer) => {
    const { method, headers } = asked;
    asked.pipe(
      request(gateway.url, { method, headers }, (answered) => {
        answer.writeHead(answered.statusCode!, answered.headers);
        answered.pipe(answer);
      }),
    );
  });
}, 120_000);

afterAll(async () => {
  await gateway.stop();
  for (const child of children) await endProgram(child);
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

test('Apollo’s subgraph compatibility tests pass, all of them', async () => {
  const jest = path.join(__dirname, '../compatibility/node_modules/jest/bin/jest.js');
  const config = path.join(SUITE, 'federation-jest.config.js');
  const child = spawn(process.execPath, [jest, path.join(SUITE, 'dist/tests'), '--ci', '--json', '--config', config], {
    cwd: SUITE,
    env: { ...process.env, PRODUCTS_URL: 'http://127.0.0.1:4001/', NODE_OPTIONS: '--dns-result-order=ipv4first' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { testResults } = JSON.parse(await text(child.stdout)) as {
    testResults: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
  };
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(results.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(results).toHaveLength(23);
}, 120_000);
