import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type { GraphQLError } from 'graphql';
import type { Channel } from './channel';
import type { Message } from './message';
import type { Subscriber } from './subscriber';

/** How many events are told at a time at most. */
export const MAX_BATCH = 250;

// How long one delivery may keep the process from other work, in ms.
const SLICE = 15;

// How much is told at a time, in bytes: a slow reader's queue grows by no more than this at once.
const BATCH_BYTES = 256 * 1024;

// How much may be unread before history waits for its reader, in bytes.
const LOW_WATER = 64 * 1024;

/** Subscribers that are told the same, and have all got as far: each event is executed and written once for all of them. */
export class Group {
  readonly subscribers = new Set<Subscriber>();
  /** Whether it waits for a reader of history: whoever joined it would wait too. */
  isWaiting = false;
  private isRunning = false;
  /** Aborts when nobody listens any more: what is being read for them ends. */
  private readonly deserted = new AbortController();
  private batchSize = 32;
  /** Whether it has caught up with the log: from then on it does not wait for readers. */
  private isLive: boolean;

  /** @param position the event up to which its subscribers have been told */
  constructor(
    private readonly channel: Channel,
    public position: number,
  ) {
    this.isLive = position >= channel.head;
    channel.groups.add(this);
  }

  add(subscriber: Subscriber): void {
    subscriber.group = this;
    this.subscribers.add(subscriber);
  }

  remove(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber);
    if (this.subscribers.size > 0) return;
    this.channel.leave(this);
    this.deserted.abort();
  }

  /** Tells what there is to tell, unless it is at it already. */
  wake(): void {
    if (!this.isRunning) void this.run();
  }

  /** Ends its subscriptions, with a reason. */
  end(error: GraphQLError): void {
    for (const subscriber of this.subscribers) subscriber.end(error);
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    let failures = 0;
    while (this.subscribers.size > 0 && this.position < this.channel.head) {
      try {
        await this.step();
        failures = 0;
        if (this.meet()) return;
      } catch (failure) {
        if (this.deserted.signal.aborted) return;
        const verdict = this.channel.judge(failure, ++failures, this.position);
        if (typeof verdict === 'number') await delay(verdict, undefined, { ref: false });
        else this.end(verdict);
      }
    }
    this.isLive = true;
    this.isRunning = false;
  }

  private async step(): Promise<void> {
    if (!this.isLive) await this.pace();
    const events = await this.channel.read(this.position, this.reach());
    const messages = await this.channel.tell(events, this.deserted.signal);
    if (messages.length > 0) await this.deliver(messages);
    this.position = events.at(-1)!.position;
    const bytes = messages.reduce((sum, { payload }) => sum + payload.length, 1);
    const fitting = Math.floor((BATCH_BYTES * events.length) / bytes);
    this.batchSize = Math.max(1, Math.min(MAX_BATCH, 2 * this.batchSize, fitting));
  }

  /** How many events to tell next: so that it does not run past another group that it could join. */
  private reach(): number {
    let reach = this.batchSize;
    for (const { position } of this.channel.groups)
      if (position > this.position) reach = Math.min(reach, position - this.position);
    return reach;
  }

  private async deliver(messages: readonly Message[]): Promise<void> {
    let end = performance.now() + SLICE;
    for (const subscriber of this.subscribers) {
      if (this.isLive && subscriber.sink.backlog > this.channel.maxBacklog)
        subscriber.end(this.channel.slowConsumer(subscriber.position));
      else subscriber.deliver(messages);
      if (performance.now() < end) continue;
      await nextTurn();
      end = performance.now() + SLICE;
    }
  }

  /** History goes no faster than it is read; those who lag behind the others go on by themselves. */
  private async pace(): Promise<void> {
    const lagging = [...this.subscribers].filter(({ sink }) => sink.backlog > LOW_WATER);
    if (lagging.length === 0) return;
    if (lagging.length === this.subscribers.size) {
      this.isWaiting = true;
      await Promise.race(lagging.map(({ sink }) => sink.drained()));
      this.isWaiting = false;
      return;
    }
    const group = new Group(this.channel, this.position);
    for (const subscriber of lagging) group.take(subscriber);
    group.wake();
  }

  /** Joins a group that has got exactly as far. */
  private meet(): boolean {
    const isHere = (group: Group): boolean => group !== this && group.position === this.position && !group.isWaiting;
    const other = [...this.channel.groups].find(isHere);
    if (!other) return false;
    // Should it just be telling the next events, the new ones come last, and are told these too.
    for (const subscriber of this.subscribers) other.take(subscriber);
    other.isLive ||= this.isLive;
    other.wake();
    return true;
  }

  private take(subscriber: Subscriber): void {
    subscriber.group?.remove(subscriber);
    this.add(subscriber);
  }
}
