import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { QueryConfig } from 'pg';
import type { Asked } from './asked';
import { textForSets } from './sets';

// PostgreSQL keeps a plan for each named statement of a connection, so what has no bound must not get a name: those get one that come
// again while they are among the last that were new.
const REMEMBERED = 1000;

// Which index finds a pattern or a full-text query best depends on its words. A named statement would soon have one plan for all of
// them (and full text take twenty times as long); without a name it is planned anew, for the words that are asked for.
const PLANNED_FOR_ITS_VALUES = / LIKE | @@ | <% /;

/** How much of a slow run each later one leaves: it is forgotten within a few hundred. */
const MEMORY = 0.98;

/** A text that each connection prepares. */
export class PreparedText {
  readonly name: string;
  /** How long it has taken lately at most, in ms; undefined where it has not run yet. */
  slowest: number | undefined;
  /** Those who wait for it, whom others may still join. */
  waiting: Asked[] | undefined;
  private readonly texts = new Map<number, string | undefined>();

  constructor(readonly text: string) {
    this.name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  }

  with(values: readonly unknown[]): QueryConfig {
    return { name: this.name, text: this.text, values: values as unknown[] };
  }

  /** Notes how long a run took, in ms. */
  took(time: number): void {
    this.slowest = Math.max(time, MEMORY * (this.slowest ?? 0));
  }

  /** What runs it with several sets of values; undefined where nothing does. */
  forSets(sets: number): string | undefined {
    if (!this.texts.has(sets)) this.texts.set(sets, textForSets(this.text, sets));
    return this.texts.get(sets);
  }
}

/** Which texts recur, and are worth being prepared. */
export class PreparedTexts {
  private readonly prepared = new Map<string, PreparedText>();
  private readonly seen = new LRUCache<string, true>({ max: REMEMBERED });

  /** @param max how many are prepared at most */
  constructor(private readonly max: number) {}

  /** What is prepared of a text that is asked for now; undefined where it is not, or not yet. */
  of(text: string): PreparedText | undefined {
    const known = this.prepared.get(text);
    if (known !== undefined || this.prepared.size >= this.max) return known;
    const isNew = !this.seen.has(text);
    if (isNew) this.seen.set(text, true);
    if (isNew || PLANNED_FOR_ITS_VALUES.test(text)) return undefined;
    this.seen.delete(text);
    const made = new PreparedText(text);
    this.prepared.set(text, made);
    return made;
  }
}
