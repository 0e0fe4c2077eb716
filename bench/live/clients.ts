import { FrameCounter } from './frame-counter';
import { now, type ClientAnswer, type ClientQuestion } from './protocol';

// The clients' process.

const tell = (answer: ClientAnswer): void => void process.send!(answer);

// A message that tells a cursor, and no event.
const PING = '{"type":"ping"';

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
  tell('connected');
}

let arrivals: Float64Array[] = [];
let sample = '';

function receive(count: number): void {
  arrivals = Array.from({ length: count }, () => new Float64Array(sockets.length));
  let left = count * sockets.length;
  for (const [i, socket] of sockets.entries()) {
    let index = 0;
    socket.onText = (payload) => {
      if (payload.toString('latin1', 0, PING.length) === PING) return;
      arrivals[index++]![i] = now();
      if (--left > 0) return;
      sample = payload.toString();
      tell('received');
    };
  }
  tell('ready');
}

function report(begun: readonly number[]): void {
  const latencies = Float64Array.from(
    arrivals.flatMap((times, i) => [...times].map((time) => time - begun[i]!)),
  ).sort();
  const quantile = (q: number): number => latencies[Math.floor(q * (latencies.length - 1))]!;
  const last = arrivals.reduce((latest, times) => times.reduce((a, b) => Math.max(a, b), latest), 0);
  tell({ p50: quantile(0.5), p99: quantile(0.99), duration: last - begun[0]!, sample });
}

process.on('message', (question: ClientQuestion) => {
  switch (question.ask) {
    case 'connect':
      void connect(question);
      break;
    case 'receive':
      receive(question.count);
      break;
    case 'report':
      report(question.begun);
      break;
    case 'disconnect':
      void Promise.all(sockets.map((socket) => socket.close())).then(() => tell('disconnected'));
      sockets = [];
  }
});
process.on('disconnect', () => process.exit());
