import { randomBytes, randomUUID } from 'node:crypto';
import net from 'node:net';
import type { Subscription } from './protocol';

const TEXT = 0x81;

/**
 * A WebSocket client that does as little as can be: it finds the ends of frames, and reads none. Thousands of them fit into one
 * process without being what is measured.
 */
export class FrameCounter {
  /** Called with the bytes of each message of text, in order. */
  onText: (payload: Buffer) => void = () => undefined;
  private rest: Buffer = Buffer.alloc(0);
  private isUpgraded = false;
  private onUpgrade: () => void;

  private constructor(private readonly socket: net.Socket) {
    socket.on('data', (chunk) => this.read(chunk));
  }

  static async open(url: string, protocol: string | undefined): Promise<FrameCounter> {
    const { hostname, port } = new URL(url);
    const socket = net.connect(Number(port), hostname);
    const counter = new FrameCounter(socket);
    const key = randomBytes(16).toString('base64');
    await new Promise<void>((resolve, reject) => {
      counter.onUpgrade = resolve;
      socket.once('error', reject);
      socket.write(
        `GET /graphql HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n` +
          `${protocol === undefined ? '' : `Sec-WebSocket-Protocol: ${protocol}\r\n`}\r\n`,
      );
    });
    return counter;
  }

  /** Introduces itself and subscribes, with an id as the usual client makes them. Resolves when it is acknowledged. */
  async subscribe(subscription: NonNullable<Subscription>): Promise<void> {
    this.send({ type: 'connection_init' });
    await new Promise<void>((resolve) => (this.onText = () => resolve()));
    this.send({ id: randomUUID(), type: 'subscribe', payload: subscription });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.socket.once('close', () => resolve());
      this.socket.destroy();
    });
  }

  private send(message: object): void {
    const payload = Buffer.from(JSON.stringify(message));
    const head = Buffer.from([TEXT, 0x80 | 126, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0]);
    this.socket.write(Buffer.concat([head, payload])); // A mask of zeros changes nothing.
  }

  private read(chunk: Buffer): void {
    let data = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    if (!this.isUpgraded) {
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) return void (this.rest = data);
      this.isUpgraded = true;
      data = data.subarray(end + 4);
      this.onUpgrade();
    }
    let offset = 0;
    for (let frame = frameAt(data, offset); frame; frame = frameAt(data, offset)) {
      if (data[offset] === TEXT) this.onText(data.subarray(frame.begin, frame.end));
      offset = frame.end;
    }
    this.rest = offset === data.length ? EMPTY : data.subarray(offset);
  }
}

const EMPTY = Buffer.alloc(0);

function frameAt(data: Buffer, offset: number): { begin: number; end: number } | undefined {
  if (data.length < offset + 2) return undefined;
  const short = data[offset + 1]!;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (data.length < offset + head) return undefined;
  const length = short < 126 ? short : short === 126 ? data.readUInt16BE(offset + 2) : Number(data.readBigUInt64BE(offset + 2)); // prettier-ignore
  const begin = offset + head;
  return data.length < begin + length ? undefined : { begin, end: begin + length };
}
