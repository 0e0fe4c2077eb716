import { signLocalToken } from '../../src/access/local-issuer';
import { StreamReader } from '../support/event-streams';
import { RawSocket } from '../support/sockets';
import { knock, linuxTest, useWorkers } from './served-by-workers';

// `interurban serve --workers 3`, as a deployment runs it: on real sockets, with real processes.

const served = useWorkers(3);

/** On a connection of its own, which goes to the next worker. */
async function ask(query: string, variables = {}, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const HELLO = '{ country(code: "DK") { code } }';
const SUBSCRIBE = 'subscription { solutionShared { solution { title } } }';
const SHARE = `mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { userErrors { message } } }`;

linuxTest(
  'all subscribers of all workers hear of what one of them wrote, once; a worker that dies is replaced',
  async () => {
    expect(served.workers()).toHaveLength(3);
    const streams = await Promise.all(
      Array.from({ length: 6 }, () => StreamReader.open(`${served.url}/graphql`, { query: SUBSCRIBE })),
    );
    const sockets = await Promise.all(Array.from({ length: 6 }, () => RawSocket.connect(served.url)));
    for (const socket of sockets) socket.subscribe('1', SUBSCRIBE);
    await Promise.all([...streams.map((stream) => stream.begun()), ...sockets.map((socket) => socket.begun('1'))]);
    const token = await signLocalToken(served.folder, {
      ...{ subject: 'x', roles: ['practitioner'], city: 'copenhagen', networks: [], expiresIn: 600 },
    });
    const cityId = Buffer.from('City:copenhagen').toString('base64');
    const input = { cityId, title: 'Harbour baths', summary: 'Clean water.', sector: 'WATER', locale: 'en' };
    const shared = await ask(SHARE, { input }, { authorization: `Bearer ${token}` });
    expect(shared).toEqual({ data: { shareSolution: { userErrors: [] } } });
    const event = { data: { solutionShared: { solution: { title: 'Harbour baths' } } } };
    for (const stream of streams) expect((await stream.next()).data).toEqual(event);
    for (const socket of sockets) expect((await socket.next('1')).payload).toEqual(event);
    for (const stream of streams) stream.close();

    // A worker that has stopped takes none of the connections that are handed to it: they end with it.
    const [victim] = served.workers();
    process.kill(victim!, 'SIGSTOP');
    const outcomes: unknown[] = [];
    let knocks: Promise<void>[] = [];
    await new Promise<void>((othersAnswered) => {
      const note = (outcome: unknown): void => {
        if (outcomes.push(outcome) === 8) othersAnswered();
      };
      knocks = Array.from({ length: 9 }, () => knock(served.url).then(note));
    });
    process.kill(victim!, 'SIGKILL');
    await Promise.all(knocks);
    expect(outcomes).toEqual([...Array.from({ length: 8 }, () => 200), 'ECONNRESET']);
    while (served.workers().length < 3 || served.workers().includes(victim!)) await ask(HELLO).catch(() => undefined);
    for (let i = 0; i < 6; i++) expect(await ask(HELLO)).toEqual({ data: { country: { code: 'DK' } } });

    served.server.child.kill('SIGTERM');
    expect((await served.server.ended).status).toBe(0);
    await expect(ask(HELLO)).rejects.toThrow();
  },
);
