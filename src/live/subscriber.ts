import type { GraphQLError } from 'graphql';
import type { Group } from './group';
import type { Message } from './message';

/** The way to a subscriber, whatever the transport. */
export interface Sink {
  /** How many bytes the connection has not taken yet: those of all of its subscriptions. */
  readonly backlog: number;
  /** Sends messages, in order. */
  send(messages: readonly Message[]): void;
  /** Tells the client a cursor behind which it could come back, though no message has it. */
  tellCursor(cursor: string): void;
  /** Sends no more messages, but why. */
  fail(error: GraphQLError): void;
  /** Resolves when the connection has taken all that it was given, or is closed. */
  drained(): Promise<void>;
}

/** One subscription of one client. */
export class Subscriber {
  /** What it belongs to; none once it has ended. */
  group: Group | undefined;

  /**
   * @param position the event up to which the client knows everything: what it was told last, or where it began
   * @param sink where messages go
   */
  constructor(
    public position: number,
    readonly sink: Sink,
  ) {}

  /** Sends what it has not got yet. */
  deliver(messages: readonly Message[]): void {
    const begin = messages[0]!.position > this.position ? 0 : messages.findIndex((one) => one.position > this.position);
    if (begin < 0) return;
    const unsent = begin === 0 ? messages : messages.slice(begin);
    this.sink.send(unsent);
    this.position = unsent.at(-1)!.position;
  }

  /**
   * A position from which it could come back without a gap, if that is later than what it was told last: the client is told so
   * when it has had no message for a while.
   */
  checkpoint(): number | undefined {
    if (!this.group || this.group.position <= this.position) return undefined;
    return (this.position = this.group.position);
  }

  /** Ends it without a word: the client has gone, or does not want any more. */
  stop(): void {
    this.group?.remove(this);
    this.group = undefined;
  }

  /** Ends it with a reason that the client is told. */
  end(error: GraphQLError): void {
    this.stop();
    this.sink.fail(error);
  }
}
