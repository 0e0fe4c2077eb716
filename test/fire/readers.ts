import { setTimeout as delay } from 'node:timers/promises';
import { createSocketClient } from '../support/sockets';
import { StreamReader } from '../support/event-streams';
import type { Json } from '../support/world';

export const SHARED = `subscription ($after: String, $filter: SolutionFilter) {
  solutionShared(after: $after, filter: $filter) { cursor solution { slug title } } }`;

/**
 * A subscriber that wants every event once, whatever happens to servers: it keeps the last cursor, and comes back with it. It knows
 * nothing else, as any client.
 */
export abstract class Reader {
  /** What it was told, in the order in which it was. */
  readonly slugs: string[] = [];
  connections = 0;
  protected isStopped = false;

  /** @param urlOf the address to connect to next */
  constructor(
    protected after: string,
    readonly filter: object | undefined,
    protected readonly urlOf: () => string,
  ) {}

  async run(): Promise<void> {
    while (!this.isStopped) {
      this.connections++;
      await this.read().catch(() => undefined); // A server has gone: to the next one.
      await delay(50 + Math.random() * 200);
    }
  }

  stop(): void {
    this.isStopped = true;
    this.disconnect();
  }

  /** Reads until the connection ends. */
  protected abstract read(): Promise<void>;
  protected abstract disconnect(): void;

  protected take({ data, errors }: Json): void {
    if (errors) throw new Error(JSON.stringify(errors));
    this.slugs.push(data.solutionShared.solution.slug);
    this.after = data.solutionShared.cursor;
  }

  protected get request(): { query: string; variables: Record<string, unknown> } {
    return { query: SHARED, variables: { after: this.after, filter: this.filter } };
  }
}

export class SocketReader extends Reader {
  private dispose = (): void => undefined;

  protected async read(): Promise<void> {
    const client = createSocketClient(this.urlOf(), { retryAttempts: 0 });
    this.dispose = () => void client.dispose();
    try {
      for await (const result of client.iterate(this.request)) this.take(result);
    } finally {
      await client.dispose();
    }
  }

  protected disconnect(): void {
    this.dispose();
  }
}

export class EventStreamReader extends Reader {
  private stream: StreamReader | undefined;

  protected async read(): Promise<void> {
    this.stream = await StreamReader.open(`${this.urlOf()}/graphql`, this.request);
    if (this.isStopped) this.disconnect();
    for (;;) this.take((await this.stream.next()).data);
  }

  protected disconnect(): void {
    this.stream?.close();
  }
}
