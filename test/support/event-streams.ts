import { Inbox } from './sockets';
import type { Json } from './world';

/** One block of a stream: an event, or comments and ids between them. */
export interface StreamEvent {
  event?: string;
  id?: string;
  data?: Json;
  comment?: string;
  retry?: string;
}

/** Reads Server-Sent Events as https://html.spec.whatwg.org/multipage/server-sent-events.html says. */
export class StreamReader {
  readonly inbox = new Inbox<StreamEvent>();
  readonly ended: Promise<void>;
  resume = (): void => undefined;

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
    isPaused: boolean,
  ) {
    const begin = isPaused ? new Promise<void>((resolve) => (this.resume = resolve)) : Promise.resolve();
    this.ended = begin.then(() => this.read()).catch((error: unknown) => this.inbox.finish(error as Error));
  }

  /** By POST with a document and its variables; by GET where `url` has them. A paused one reads once it is resumed. */
  static async open(
    url: string,
    body?: object,
    headers: Record<string, string> = {},
    { isPaused = false } = {},
  ): Promise<StreamReader> {
    const abort = new AbortController();
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
      signal: abort.signal,
    });
    return new StreamReader(response, abort, isPaused);
  }

  /** The next event with data. */
  next(): Promise<StreamEvent> {
    return this.inbox.nextWhere(({ event }) => event !== undefined);
  }

  /** Resolves when a subscription without `after` is there: with the cursor at which it begins. */
  async begun(): Promise<string> {
    return (await this.inbox.nextWhere(({ id }) => id !== undefined)).id!;
  }

  close(): void {
    this.abort.abort();
  }

  private async read(): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of this.response.body!) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) this.inbox.push(parse(block));
    }
    this.inbox.finish(new Error('The stream has ended.'));
  }
}

function parse(block: string): StreamEvent {
  const event: StreamEvent = {};
  for (const line of block.split('\n')) {
    const [, name = '', value = ''] = /^([^:]*): ?(.*)$/.exec(line) ?? [];
    if (name === '') event.comment = value;
    else if (name === 'data') event.data = value === '' ? null : JSON.parse(value);
    else event[name as 'event' | 'id' | 'retry'] = value;
  }
  return event;
}
