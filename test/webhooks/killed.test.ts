import fs from 'node:fs';
import { createDataFolder } from '../support/folders';
import { ServerProcess } from '../support/server-process';
import { useWorld } from '../support/world';
import { aSolution } from '../writing/desk';
import { REGISTER } from './post-office';
import { useReceiver } from './receiver';

const world = useWorld();
const receiver = useReceiver();
const SHARE = 'mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { userErrors { message } } }';
const TITLES = ['One', 'Two', 'Three', 'Four', 'Five'];

let dataDir: string;
let servers: ServerProcess[];
beforeAll(() => {
  dataDir = createDataFolder();
  const settings = { WEBHOOK_ALLOWED_CIDRS: '127.0.0.0/8', WEBHOOK_TIMEOUT: '2000' };
  servers = [1, 2].map(() => new ServerProcess(world.testDatabase.connection, dataDir, settings));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  fs.rmSync(dataDir, { recursive: true, force: true });
});

test('another process goes on where one was killed in the middle of a delivery: nothing is lost, and repeats are known', async () => {
  const [first, second] = servers as [ServerProcess, ServerProcess];
  await first.start();
  const token = await first.practitioner('london');
  const killed = new Promise<void>((resolve, reject) => {
    receiver.handle = (_received, response) => {
      // The server dies at the third message, which it has sent.
      if (receiver.received.length === 3) first.kill().then(resolve, reject);
      else response.writeHead(200).end();
    };
  });
  const { feedCursor } = await first.ask('{ feedCursor }', {}, token);
  for (const title of TITLES) await first.ask(SHARE, { input: aSolution('london', { title }) }, token);
  // All is shared, and nothing is told yet.
  const document = `subscription { solutionShared(after: "${String(feedCursor)}") { solution { title } } }`;
  await first.ask(REGISTER, { input: { url: receiver.url, document } }, token);
  await killed;
  await second.start();
  await receiver.until(TITLES.length + 1);
  const told = receiver.received.map(({ headers, body }) => [
    headers['webhook-id'],
    JSON.parse(body).data.solutionShared.solution.title,
  ]);
  const distinct = new Map(told as [string, string][]);
  expect([...distinct.values()]).toEqual(TITLES);
  expect(told.map(([, title]) => title)).toEqual(['One', 'Two', 'Three', 'Three', 'Four', 'Five']);
}, 120_000);
