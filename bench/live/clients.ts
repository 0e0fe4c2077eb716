import { FrameCounter } from './frame-counter';
import { now, type ClientAnswer, type ClientQuestion } from './protocol';

// The clients' process.

const tell = (answer: ClientAnswer): void => void process.send!(answer);

// How many sockets are opened at a time.
const AT_ONCE = 100;

let sockets: FrameCounter[] = [];

async function connect({ url, sockets: count, subscriptions }: Extract<ClientQuestion, { ask: 'connect' }>) {
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - sockets.length) }, async (_, i) => {
      const subscription = subscriptions[(sockets.length + i) % subscriptions.length];
      const socket = await FrameCounter.open(url, subscription ? 'graphql-transport-ws' : undefined);
      if (subscription) await socket.subscribe(subscription);
      return socket;
    });
    sockets.push(...(await Promise.all(some)));
  }
  tell({ connected: true });
}

function receive(count: number): void {
  const arrivals = Array.from({ length: count }, () => new Float64Array(sockets.length));
  let left = count * sockets.length;
  for (const [i, socket] of sockets.entries()) {
    socket.restart();
    // A ping that tells a cursor is no message.
    let pings = 0;
    socket.onText = (index, payload) => {
      if (payload.length < 40 || payload.subarray(0, 15).toString() === '{"type":"ping",') return void pings++;
      arrivals[index - pings]![i] = now();
      if (--left === 0) tell({ arrivals: arrivals.map((times) => [...times.sort()]), sample: payload.toString() });
    };
  }
  tell({ ready: true });
}

process.on('message', (question: ClientQuestion) => {
  if (question.ask === 'connect') void connect(question);
  else if (question.ask === 'receive') receive(question.count);
  else {
    void Promise.all(sockets.map((socket) => socket.close())).then(() => tell({ disconnected: true }));
    sockets = [];
  }
});
process.on('disconnect', () => process.exit());
