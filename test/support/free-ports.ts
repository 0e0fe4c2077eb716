import { once } from 'node:events';
import net from 'node:net';

// Below those that systems give to whoever asks for any: nobody takes one of these between our look at it and its use, or while its
// server is down to come back.
const [FIRST, COUNT] = [20_000, 10_000];

/** The first of so many free ports in a row, for a server that cannot listen on port 0, or comes back at the same address. */
export async function freePorts(count = 1): Promise<number> {
  for (;;) {
    const first = FIRST + Math.floor(Math.random() * COUNT);
    const free = await Promise.all(Array.from({ length: count }, (_, i) => isFree(first + i)));
    if (free.every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = net.createServer();
  const outcome = Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]);
  server.listen(port, '127.0.0.1');
  if (!(await outcome)) return false;
  server.close();
  await once(server, 'close');
  return true;
}
