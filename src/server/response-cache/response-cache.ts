import { LRUCache } from 'lru-cache';
import type { Changes } from '../../data/changes';

/** What of the changes is needed to keep answers. */
export type KnownChanges = Pick<Changes, 'moment' | 'areUnchanged'> & { readonly isCurrent: boolean };

/** An answer that was made, and what of. */
export interface Made<A> {
  answer: A;
  /** The names of what it was made of; null for what must not be kept or shared. */
  sources: readonly string[] | null;
}

/** Where an answer comes from: kept, made at this moment, made for somebody who asks the same at this moment, or made past the cache. */
export type Provenance = 'hit' | 'miss' | 'shared' | 'bypass';

interface Entry<A> {
  answer: A;
  sources: readonly string[];
  /** The moment before it was made. */
  since: number;
}

interface Flight<A> {
  since: number;
  making: Promise<Made<A>>;
}

/** What an entry takes beside its key and its answer: about. In bytes. */
const OVERHEAD = 300;

/**
 * Answers by key, as long as nothing has changed of what they were made of, and one making at a time of each. An answer that is given is
 * as new as one that is made: with what this process has been told of at the moment of the question, and maybe more.
 */
export class ResponseCache<A extends object> {
  /** How many answers came from where. */
  readonly counts: Record<Provenance, number> = { hit: 0, miss: 0, shared: 0, bypass: 0 };
  private readonly entries: LRUCache<string, Entry<A>>;
  private readonly flights = new Map<string, Flight<A>>();

  /**
   * @param maxSize how much memory keys and answers may take, in bytes; those that were not used for longest go first
   * @param sizeOf the memory that an answer takes, in bytes
   */
  constructor(
    private readonly changes: KnownChanges,
    maxSize: number,
    sizeOf: (answer: A) => number,
  ) {
    // Text takes up to two bytes a character.
    const sizeCalculation = ({ answer }: Entry<A>, key: string): number => OVERHEAD + 2 * key.length + sizeOf(answer);
    this.entries = new LRUCache({ maxSize, sizeCalculation });
  }

  /** How much memory is taken, in bytes. */
  get size(): number {
    return this.entries.calculatedSize;
  }

  /** The answer for a key, and where it comes from. What `make` throws is thrown to whom it was made for alone. */
  async answer(key: string, make: () => Promise<Made<A>>): Promise<{ answer: A; from: Provenance }> {
    if (!this.changes.isCurrent) return this.counted('bypass', (await make()).answer);
    const entry = this.entries.get(key);
    if (entry && this.changes.areUnchanged(entry.sources, entry.since)) return this.counted('hit', entry.answer);
    const flight = this.flights.get(key);
    // What began before a change may be without it.
    if (flight?.since === this.changes.moment) {
      const made = await flight.making.catch(() => undefined); // Theirs to hear of; perhaps ours succeeds.
      if (made?.sources) return this.counted('shared', made.answer);
    }
    return this.counted('miss', await this.made(key, make));
  }

  private counted(from: Provenance, answer: A): { answer: A; from: Provenance } {
    this.counts[from]++;
    return { answer, from };
  }

  private async made(key: string, make: () => Promise<Made<A>>): Promise<A> {
    const since = this.changes.moment;
    const flight = { since, making: make() };
    this.flights.set(key, flight);
    try {
      const { answer, sources } = await flight.making;
      if (sources && this.changes.areUnchanged(sources, since)) this.entries.set(key, { answer, sources, since });
      return answer;
    } finally {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    }
  }
}
