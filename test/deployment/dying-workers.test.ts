import fs from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from '../../src/errors';
import { linuxTest, useWorkers } from './served-by-workers';

// `interurban serve --workers 2`: what a worker tells at the moment at which the other one dies.

const served = useWorkers(2, { COST_BUDGET: '1000000' });

/** Whether nothing is left of a process, with its threads, but the word for its parent. */
const isDead = (pid: number): boolean =>
  fs.readdirSync(`/proc/${pid}/task`).length === 1 && fs.readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');

/** The status of an answer that costs something. */
const ask = (agent: Agent | false): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const asked = request(`${served.url}/graphql`, { method: 'POST', agent, headers }, (response) =>
      response.resume().on('end', () => resolve(response.statusCode!)),
    );
    asked.on('error', reject).end(JSON.stringify({ query: '{ cities(first: 10) { nodes { slug } } }' }));
  });

linuxTest(
  'a worker that dies before it is told what the other has to tell does not take the server with it',
  async () => {
    // The first connection is to the first worker, and outlasts its answer.
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect(await ask(agent)).toBe(200);
    // The process that passes on stands still: it gets what that one has spent before it hears that the other has died.
    const victim = served.workers()[1];
    process.kill(served.server.child.pid!, 'SIGSTOP');
    // Connections that it will hand to either of them.
    const handed = [1, 2].map(() => ask(false).catch(codeOf));
    expect(await ask(agent)).toBe(200);
    await delay(200); // Nobody says that it is sent.
    process.kill(victim!, 'SIGKILL');
    while (!isDead(victim!));
    process.kill(served.server.child.pid!, 'SIGCONT');
    while (served.workers().length < 2 || served.workers().includes(victim!)) await ask(false).catch(() => undefined);
    for (const outcome of await Promise.all(handed)) expect([200, 'ECONNRESET']).toContain(outcome);
    agent.destroy();
    for (let i = 0; i < 4; i++) expect(await ask(false)).toBe(200);

    served.server.child.kill('SIGTERM');
    expect((await served.server.ended).status).toBe(0);
  },
);
