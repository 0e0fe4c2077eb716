import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { actorOf, type Viewer } from '../access/viewer';
import type { PoolOptions } from '../data/database';
import { appendEvents } from '../events/append';
import type { NewEvent } from '../events/event';
import { checkKey } from './checks';
import type { Command, CommandInput, Outcome } from './command';
import { hashOf, keepAnswer, takeKey } from './idempotency';
import { Refusal } from './refusal';
import { isTransient, mistakeOf } from './violations';
import { Work } from './work';

/** How often a transaction runs where PostgreSQL asks to run it again. */
const ATTEMPTS = 3;

export interface CommandsOptions extends PoolOptions {
  /** The classes of the tables that commands write. */
  entities: readonly (new () => object)[];
  /** Called when a connection that nobody uses is lost. */
  onLostConnection: (error: Error) => void;
  /**
   * Called when a command has been committed, with its events: none where it changed what nobody is told of, or nothing. Gives the
   * position for its outcome.
   */
  onCommit: (events: readonly NewEvent[]) => Promise<number | undefined>;
}

/** What writes: runs commands, each in a transaction of its own, on connections of its own. */
export class Commands {
  private source: Promise<DataSource> | undefined;

  constructor(
    private readonly connection: pg.ClientConfig,
    private readonly options: CommandsOptions,
  ) {}

  /**
   * Runs a command for a caller. Its rows and its events are there together when this resolves to a slug, and none of them in all other
   * cases. With an idempotency key, the same input from the same caller within a day gives the first answer again.
   * @throws what is no mistake of the caller
   */
  async run<I extends CommandInput>(command: Command<I>, input: I, viewer: Viewer): Promise<Outcome> {
    const source = await this.open();
    for (let attempt = 1; ; attempt++) {
      try {
        const { slug, events } = await source.transaction((manager) => answer(command, input, viewer, manager));
        return { slug, userErrors: [], position: await this.options.onCommit(events) };
      } catch (error) {
        if (error instanceof Refusal) return { slug: null, userErrors: error.userErrors };
        const mistake = mistakeOf(error, command.violations);
        if (mistake) return { slug: null, userErrors: [mistake] };
        if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      }
    }
  }

  /** Waits for running commands, then closes the connections. */
  async close(): Promise<void> {
    await this.source?.then(
      (source) => source.destroy(),
      () => undefined,
    );
  }

  /** TypeORM is loaded, and connects, when the first command comes; where it cannot, the next one tries again. */
  private open(): Promise<DataSource> {
    if (!this.source) {
      const { openDataSource } = require('./data-source') as typeof import('./data-source');
      this.source = openDataSource(this.connection, this.options);
      this.source.catch(() => (this.source = undefined));
    }
    return this.source;
  }
}

/** What one transaction does: what was answered before, or the command. */
async function answer<I extends CommandInput>(
  command: Command<I>,
  input: I,
  viewer: Viewer,
  manager: EntityManager,
): Promise<{ slug: string; events: readonly NewEvent[] }> {
  const { idempotencyKey: key } = input;
  const caller = actorOf(viewer);
  if (key != null) {
    checkKey(key);
    const first = await takeKey(manager, caller, key, hashOf(command.name, input));
    if (first !== null) return { slug: first, events: [] };
  }
  const work = new Work(manager, viewer);
  const slug = await command.run(input, work);
  await appendEvents((text, values) => manager.query(text, values), work.events);
  if (key != null) await keepAnswer(manager, caller, key, slug);
  return { slug, events: work.events };
}
