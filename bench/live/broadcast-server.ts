import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { memory } from './memory';
import { now, type ServerAnswer, type ServerQuestion } from './protocol';

// What we are measured against: `ws`, sending the same bytes to everybody.

const tell = (answer: ServerAnswer): void => void process.send!(answer);

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
server.listen(0, '127.0.0.1', () => tell({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));

async function broadcast({ text, count, interval }: Extract<ServerQuestion, { ask: 'broadcast' }>): Promise<void> {
  const bytes = Buffer.from(text);
  const begun: number[] = [];
  for (let i = 0; i < count; i++) {
    begun.push(interval > 0 ? now() : (begun[0] ?? now()));
    for (const client of sockets.clients) client.send(bytes, { binary: false });
    await (interval > 0 ? delay(interval) : nextTurn());
  }
  tell({ begun });
}

process.on('message', (question: ServerQuestion) => {
  if (question.ask === 'broadcast') void broadcast(question);
  else tell({ memory: memory() });
});
process.on('disconnect', () => process.exit());
