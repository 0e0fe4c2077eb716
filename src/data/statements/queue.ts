import { codeOf } from '../../errors';
import { isOutage } from '../outage';
import { asSent, type SentRow } from '../wire/sent-row';
import { Asked } from './asked';
import type { Connection, Connections } from './connections';
import { PreparedTexts, type PreparedText } from './prepared-texts';
import { Run } from './run';
import { setsApart } from './sets';

/** How many are run as one: few numbers, for each has a text that connections prepare. */
const SIZES = [8, 4, 2] as const;
const [MAX_SIZE, , MIN_SIZE] = SIZES;

/** How many texts that run several are prepared. */
const MAX_TEXTS = 300;

/** PostgreSQL does not take the text so. */
const UNFIT = /^(42|0A)/;

/**
 * Where statements wait while all connections are busy. Those of one text, with whatever values, are run as one when their turn comes, up
 * to eight. Each is answered as if it had been alone: who leaves ends nobody else's, and where one fails, each is run by itself.
 */
export class Queue {
  private readonly texts = new PreparedTexts(MAX_TEXTS);
  private readonly unfit = new WeakSet<PreparedText>();

  /** @param maxTime how long what is run as one may take, by what is known of it, in ms: who waits for one of them waits for all */
  constructor(
    private readonly connections: Connections,
    private readonly maxTime: number,
  ) {}

  /** Whether statements of a text may be run as one. */
  takes(text: PreparedText): boolean {
    return this.asOne(text, MIN_SIZE) !== undefined;
  }

  /** The rows of a statement, once there is a connection. */
  rows(text: PreparedText, values: readonly unknown[], signal?: AbortSignal): Promise<SentRow[]> {
    const asked = new Asked(values, signal);
    const others = text.waiting;
    if (!others) void this.serve(text, asked);
    else if (others.push(asked) === MAX_SIZE) text.waiting = undefined;
    return asked.rows;
  }

  /** Answers the first one, and those who come until there is a connection. */
  private async serve(text: PreparedText, first: Asked): Promise<void> {
    const all = [first];
    text.waiting = all;
    try {
      await this.connections.use(async (connection) => {
        close(text, all);
        const left = all.filter(({ hasLeft }) => !hasLeft);
        while (left.length > 0) {
          const [size, asOne] = this.largest(text, left.length);
          await this.run(connection, text, asOne, left.splice(0, size));
        }
      });
    } catch (error) {
      close(text, all);
      for (const asked of all) asked.fail(error);
    }
  }

  /** How many of so many are run as one, and by which text. */
  private largest(text: PreparedText, count: number): [number, PreparedText] {
    for (const size of SIZES) {
      const asOne = size <= count ? this.asOne(text, size) : undefined;
      if (asOne) return [size, asOne];
    }
    return [1, text];
  }

  /** What runs so many statements of a text, if that is to be. */
  private asOne(text: PreparedText, size: number): PreparedText | undefined {
    const { slowest } = text;
    if (slowest === undefined || size * slowest > this.maxTime || this.unfit.has(text)) return undefined;
    const sets = text.forSets(size);
    return sets === undefined ? undefined : this.texts.of(sets);
  }

  /** @throws what says that the connection is lost */
  private async run(
    connection: Connection,
    text: PreparedText,
    asOne: PreparedText,
    all: readonly Asked[],
  ): Promise<void> {
    const values = all.flatMap((asked) => asked.values);
    const { signal } = new Run(all);
    const start = performance.now();
    try {
      const rows = await this.connections.rows(connection, asOne.with(values), asSent, signal);
      const sets = all.length === 1 ? [rows] : setsApart(rows, all.length);
      sets.forEach((set, i) => all[i]!.answer(set));
    } catch (error) {
      if (isOutage(error)) throw error;
      if (UNFIT.test(codeOf(error) ?? '')) this.unfit.add(text);
      if (all.length === 1) all[0]!.fail(error);
      else for (const asked of all) void this.alone(text, asked);
    } finally {
      text.took((performance.now() - start) / all.length);
    }
  }

  private async alone(text: PreparedText, asked: Asked): Promise<void> {
    try {
      await this.connections.use((connection) => this.run(connection, text, text, [asked]));
    } catch (error) {
      asked.fail(error);
    }
  }
}

/** Whoever comes now is too late. */
function close(text: PreparedText, waiting: Asked[]): void {
  if (text.waiting === waiting) text.waiting = undefined;
}
