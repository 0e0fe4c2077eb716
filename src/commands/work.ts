import sql, { empty, raw } from 'sql-template-tag';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { mayActFor, mayManage } from '../access/rights';
import { actorOf, scopeOf, type Referred, type Viewer } from '../access/viewer';
import type { EntityReads, Readable } from '../data/entity-reads';
import { TRUE } from '../data/filter';
import type { ChangeType, NewEvent } from '../events/event';
import { readGlobalId } from '../graphql/global-id';
import { UserErrorCode, type UserError } from '../graphql/user-error';
import type { Bounds } from './bounds';
import { dayMistake, textMistake } from './checks';
import { newSlug } from './new-slug';
import { Refusal } from './refusal';

const { FORBIDDEN, INVALID, NOT_FOUND } = UserErrorCode;

/** How rows of a type are named and seen. */
type Named = Pick<EntityReads, 'type'>;
type Seen = Pick<EntityReads, 'type' | 'table' | 'visible' | 'formerKeys'>;

/** What a command has found, once it is known that nothing is missing. */
export type Found<T> = { [K in keyof T]: NonNullable<T[K]> };

// As the database checks them: no other text can be one.
const SLUG = /^[a-z0-9][a-z0-9-]{0,69}$/;

/**
 * What one run of a command has at hand: the rows of its transaction, as its caller may see them, the mistakes that it has noted, and
 * the events that it tells. A mistake does not end the command at once, so that the caller hears of several together.
 */
export class Work {
  /** What the command tells, in its order. */
  readonly events: NewEvent[] = [];
  private readonly mistakes: UserError[] = [];

  constructor(
    /** Writes rows, in the command's transaction. */
    readonly manager: EntityManager,
    readonly viewer: Viewer,
  ) {}

  /** The account of the caller, for what keeps who did it. */
  get actor(): string {
    return actorOf(this.viewer);
  }

  /** Notes a mistake. The path begins below the input. */
  refuse(code: UserErrorCode, message: string, ...path: string[]): void {
    this.mistakes.push({ code, message, path: ['input', ...path] });
  }

  /**
   * Goes on where nothing is wrong.
   * @returns what was found; none of it is null now, for what was not found has been noted
   * @throws Refusal with all mistakes so far
   */
  proceed<T extends object>(found: T): Found<T> {
    if (this.mistakes.length > 0) throw new Refusal(this.mistakes);
    return found as Found<T>;
  }

  /** Adds an event about a record, by its type in the API and its slug. */
  tell(type: ChangeType, subject: string, slug: string, detail?: unknown): void {
    this.events.push({ type, subject: { type: subject, slug }, actor: this.actor, detail });
  }

  /** The row that an id of the input refers to; null, with a mistake noted, for none that the caller may see. Null for no id. */
  async find(reads: Seen, id: string | null | undefined, field: string): Promise<Referred | null> {
    if (id == null) return null;
    const [row] = await this.rows(reads, await this.slugs(reads, [id]));
    if (!row) this.notFound(reads, field);
    return row ?? null;
  }

  /** The rows that ids of the input refer to, each once, in their order. Notes a mistake for each that is not there. */
  async findAll(reads: Seen, ids: readonly string[], field: string, max: number): Promise<Referred[]> {
    if (ids.length > max) {
      this.refuse(INVALID, `Expected at most ${max}, but got ${ids.length}.`, field);
      return [];
    }
    const slugs = await this.slugs(reads, ids);
    const rows = new Map((await this.rows(reads, slugs)).map((row) => [row.slug, row]));
    const found = slugs.map((slug) => rows.get(slug ?? ''));
    found.forEach((row, i) => {
      if (!row) this.notFound(reads, field, String(i));
    });
    return [...new Set(found)].filter((row) => row !== undefined);
  }

  /** The entity that an id of the input refers to, its row locked against others until the end: it is as it is now. */
  async lock<T extends Readable>(reads: EntityReads<T>, id: string, field: string): Promise<T | null> {
    // Rows that refer to it may come meanwhile: their foreign keys take a lesser lock.
    const [row] = await this.rows(reads, await this.slugs(reads, [id]), raw('FOR NO KEY UPDATE OF t'));
    if (!row) {
      this.notFound(reads, field);
      return null;
    }
    return this.manager.findOneByOrFail(reads.type, { rowId: row.rowId } as FindOptionsWhere<T>);
  }

  /** Notes a mistake unless the caller may write for this city. What was not found is passed over. */
  checkActsFor(cityId: number | undefined, field: string): void {
    if (cityId !== undefined && !mayActFor(this.viewer, cityId))
      this.refuse(FORBIDDEN, 'Expected a practitioner of this city, or an admin.', field);
  }

  /** Notes a mistake unless the caller keeps this network. What was not found is passed over. */
  checkManages(networkId: number | undefined, field: string): void {
    if (networkId !== undefined && !mayManage(this.viewer, networkId))
      this.refuse(FORBIDDEN, 'Expected a manager of this network, or an admin.', field);
  }

  /** Notes a mistake unless the text is as it should be; no text is. */
  checkText(text: string | null | undefined, bounds: Bounds, ...path: string[]): void {
    const message = text == null ? null : textMistake(text, bounds);
    if (message) this.refuse(INVALID, message, ...path);
  }

  /** Notes a mistake for a day that the database has no place for; no day is none. */
  checkDay(day: string | null | undefined, field: string): void {
    const message = day == null ? null : dayMistake(day);
    if (message) this.refuse(INVALID, message, field);
  }

  /** A slug for a new row of a table, made of texts. */
  newSlug(reads: Seen, texts: readonly [string, ...string[]]): Promise<string> {
    return newSlug(this.manager, reads.table, texts, reads.table.replaceAll('_', '-'));
  }

  private notFound(reads: Named, ...path: string[]): void {
    this.refuse(NOT_FOUND, `Expected the id of a ${reads.type.name} that you may see, but there is none.`, ...path);
  }

  /** The slugs that ids stand for, present ones in place of former ones; null for an id of another type, or none. */
  private async slugs(reads: Seen, ids: readonly string[]): Promise<(string | null)[]> {
    const slugs = ids.map((id) => slugIn(reads, id));
    const { formerKeys } = reads;
    if (!formerKeys) return slugs;
    const { text, values } = sql`SELECT f.value AS former, t.slug FROM ${raw(formerKeys.table)} f
      JOIN ${raw(reads.table)} t ON t.id = f.${raw(formerKeys.owner)}
      WHERE f.scheme = ${formerKeys.schemes['slug']} AND f.value = ANY (${slugs}::text[])`;
    const present = await this.manager.query<{ former: string; slug: string }[]>(text, values);
    return slugs.map((slug) => present.find(({ former }) => former === slug)?.slug ?? slug);
  }

  private async rows(reads: Seen, slugs: readonly (string | null)[], locking = empty): Promise<Referred[]> {
    const visible = reads.visible?.('t', scopeOf(this.viewer)) ?? TRUE;
    const { text, values } = sql`SELECT t.id AS "rowId", t.slug FROM ${raw(reads.table)} t
      WHERE t.slug = ANY (${slugs}::text[]) AND ${visible} ${locking}`;
    return this.manager.query<Referred[]>(text, values);
  }
}

/** The slug that an id stands for; null for one of another type, or none. */
function slugIn(reads: Named, id: string): string | null {
  const found = readGlobalId(id);
  return found?.type === reads.type.name && SLUG.test(found.slug) ? found.slug : null;
}
