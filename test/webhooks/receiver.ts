import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A message as a receiver got it. */
export interface Received {
  path: string;
  headers: Record<string, string>;
  body: string;
}

type Handle = (received: Received, response: ServerResponse, request: IncomingMessage) => void;

/** A receiver of webhooks: it keeps what it gets, and answers as it is told. */
export class Receiver {
  readonly received: Received[] = [];
  private readonly waiting = new Set<() => void>();
  private server: Server;

  /** @param handle answers. Default: 204 */
  constructor(public handle: Handle = (_received, response) => void response.writeHead(204).end()) {}

  /** @param host an address of this machine. Default: 127.0.0.1 */
  async listen(host = '127.0.0.1', port = 0): Promise<void> {
    this.server = createServer((request, response) => void this.receive(request, response));
    await once(this.server.listen(port, host), 'listening');
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it has got when there are this many. */
  async until(count: number): Promise<Received[]> {
    while (this.received.length < count) await new Promise<void>((resolve) => this.waiting.add(resolve));
    return this.received;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const received = { path: request.url ?? '', headers, body };
    this.received.push(received);
    this.handle(received, response, request);
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}

/** A receiver for the tests of one file, which forgets before each of them. */
export function useReceiver(): Receiver {
  const receiver = new Receiver();
  const answer = receiver.handle;
  beforeAll(() => receiver.listen());
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.handle = answer;
  });
  afterAll(() => receiver.close());
  return receiver;
}
