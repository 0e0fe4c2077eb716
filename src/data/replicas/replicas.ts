import sql, { raw } from 'sql-template-tag';
import { Bell } from '../../bell';
import type { Database, Queryable } from '../database';
import { isOutage } from '../outage';
import { History } from './history';
import { IDENTITY, WRITTEN } from './position';
import type { Replica } from './replica';

/** How often the primary is asked how far it has written, in ms. */
const PAUSE = 1000;

/** For how long it is to be known, in ms, how far the primary had written: longer than any write takes to be heard of. */
const MIN_HISTORY = 10_000;

export interface ReplicasOptions {
  /** How old at most what a replica shows may be, in ms. */
  maxLag: number;
  /** Called when the primary cannot be asked how far it is. */
  onError: (error: Error) => void;
}

/**
 * Where operations read. A replica answers that has replayed everything that this process has been told of, so that who reads there
 * misses nothing that could be known; and that is not far behind the rest. Where there is none, the primary does.
 */
export class Replicas {
  private readonly history: History;
  private readonly bell = new Bell();
  private running: Promise<void> | undefined;
  private isStopping = false;
  private told = 0;
  /** Since when it is not known how far to wait, as the primary did not say. */
  private unknownSince = -Infinity;
  private last = 0;

  /** @param replicas none, for a primary that answers all */
  constructor(
    private readonly primary: Database,
    readonly replicas: readonly Replica[],
    private readonly options: ReplicasOptions,
  ) {
    this.history = new History(Math.max(options.maxLag, MIN_HISTORY));
  }

  /** Begins to ask how far all are. */
  async start(): Promise<void> {
    if (this.replicas.length === 0) return;
    const [row] = await this.primary.rows(sql`SELECT ${raw(IDENTITY)}`);
    await this.look();
    await Promise.all(this.replicas.map((replica) => replica.start(row![0] as string)));
    this.running = this.run();
  }

  async close(): Promise<void> {
    this.isStopping = true;
    this.bell.ring();
    await this.running;
    await Promise.all(this.replicas.map((replica) => replica.close()));
  }

  /** Whether a replica that has replayed so far has everything that this process has been told of. */
  readonly isEnough = (replayed: number): boolean => replayed >= this.told;

  /** Says that this process has been told of what was written up to a position: no answer is without it from now on. */
  tell(position: number): void {
    if (position <= this.told) return;
    this.told = position;
    for (const replica of this.replicas) replica.hurry();
  }

  /**
   * Called when something has been committed: it is told of. Gives its position, for whoever wrote it to show elsewhere; undefined where
   * nobody needs one, or the primary does not say.
   */
  async committed(): Promise<number | undefined> {
    if (this.replicas.length === 0) return undefined;
    try {
      const written = await this.written();
      this.tell(written);
      return written;
    } catch (error) {
      // It is somewhere behind what is known: until that is known again, the primary answers.
      this.told = Infinity;
      this.unknownSince = performance.now();
      this.options.onError(error as Error);
      return undefined;
    }
  }

  /** For how long, in ms, what was written up to a position has been there: 0 where that is not known, but for want of replicas. */
  age(position: number): number {
    return this.replicas.length === 0 ? Infinity : this.history.age(position);
  }

  /** What an operation runs its statements on: all on one, which is chosen with the first of them, while that is not too old. */
  reads(signal: AbortSignal | undefined, position = 0): Queryable {
    const primary = this.primary.until(signal);
    if (this.replicas.length === 0) return primary;
    let chosen: { replica: Replica | undefined } | undefined;
    const on = async <R>(run: (database: Queryable) => Promise<R>): Promise<R> => {
      const place = (chosen ??= { replica: this.choose(position) });
      const { replica } = place;
      if (!replica) return run(primary);
      try {
        return await run(replica.database.until(signal));
      } catch (error) {
        if (!isOutage(error) || signal?.aborted) throw error;
        replica.leave(error);
        place.replica = undefined;
        return run(primary);
      }
    };
    const keepUpWith = (reached: number): void => {
      this.tell(reached);
      const replayed = chosen?.replica?.replayed ?? -Infinity;
      if (chosen && replayed < reached) chosen.replica = undefined;
    };
    return {
      maxNestedRows: primary.maxNestedRows,
      rows: (statement) => on((database) => database.rows(statement)),
      sent: (statement) => on((database) => database.sent(statement)),
      keepUpWith,
    };
  }

  /** One after the other, of those that may answer. */
  private choose(position: number): Replica | undefined {
    const { replicas, options } = this;
    for (let i = 1; i <= replicas.length; i++) {
      const at = (this.last + i) % replicas.length;
      const { replayed } = replicas[at]!;
      if (replayed === undefined || replayed < Math.max(this.told, position)) continue;
      if (this.history.lag(replayed) > options.maxLag) continue;
      this.last = at;
      return replicas[at];
    }
    return undefined;
  }

  private async run(): Promise<void> {
    while (await this.sleep()) await this.look();
  }

  /** Whether it is to go on. */
  private async sleep(): Promise<boolean> {
    await this.bell.sleep(PAUSE);
    return !this.isStopping;
  }

  private async look(): Promise<void> {
    try {
      const at = performance.now();
      const written = await this.written();
      this.history.add(written, at);
      if (this.told === Infinity && at > this.unknownSince) this.told = written;
    } catch (error) {
      this.options.onError(error as Error);
    }
  }

  private async written(): Promise<number> {
    const [row] = await this.primary.rows(sql`SELECT ${raw(WRITTEN)}`);
    return row![0] as number;
  }
}
