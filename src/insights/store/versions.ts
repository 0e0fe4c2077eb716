import type { Changes } from './advance-tables';
import type { GraphTables } from './tables';

/** A version is held while it is one of the latest so many, */
export const HELD_VERSIONS = 8;
/** or some answer has named it within so many milliseconds, up to MAX_VERSIONS in all. */
export const HELD_MILLISECONDS = 600_000;
const MAX_VERSIONS = 256;

interface Version {
  tables: GraphTables;
  /** What lies between the version before and this one; undefined where all was read anew. */
  changes: Changes | undefined;
  /** When it was last handed out; undefined before that. */
  toldAt: number | undefined;
}

/** The latest tables and those of earlier versions that are held, the earliest first. */
export class Versions {
  private readonly versions = new Map<string, Version>();

  constructor(private readonly now: () => number) {}

  get latest(): GraphTables | undefined {
    return [...this.versions.values()].at(-1)?.tables;
  }

  /** Hands a version out; undefined where it is not held. */
  tell(name: string): GraphTables | undefined {
    const version = this.versions.get(name);
    if (version) version.toldAt = this.now();
    return version?.tables;
  }

  /**
   * Takes in a new version, the latest from now on. One that is held already stays as it was.
   * @returns the names of the versions that are no longer held
   */
  add(tables: GraphTables, changes?: Changes): string[] {
    if (this.versions.has(tables.version)) return [];
    this.versions.set(tables.version, { tables, changes, toldAt: undefined });
    return this.dropOld();
  }

  /** Lets go of all, where they are of another log. */
  clear(): string[] {
    const names = [...this.versions.keys()];
    this.versions.clear();
    return names;
  }

  /** The versions before one, the latest first, each with what lies between; as far as all of that is known. */
  *before(name: string): Generator<{ version: string; changes: Changes }> {
    const held = [...this.versions];
    let since: Changes = NONE;
    for (let i = held.findIndex(([version]) => version === name); i > 0; i--) {
      const changes = together(held[i]![1].changes, since);
      if (!changes) return;
      since = changes;
      yield { version: held[i - 1]![0], changes };
    }
  }

  /** A version in between may go: what lies between those around it is then unknown. */
  private dropOld(): string[] {
    const surplus = [...this.versions].slice(0, -HELD_VERSIONS);
    const dropped: string[] = [];
    for (const [name, { toldAt }] of surplus) {
      const isWanted = toldAt !== undefined && this.now() - toldAt < HELD_MILLISECONDS;
      if (isWanted && this.versions.size <= MAX_VERSIONS) continue;
      this.remove(name);
      dropped.push(name);
    }
    return dropped;
  }

  private remove(name: string): void {
    const names = [...this.versions.keys()];
    const next = this.versions.get(names[names.indexOf(name) + 1]!);
    if (next && names[0] !== name) next.changes = together(this.versions.get(name)!.changes, next.changes);
    this.versions.delete(name);
  }
}

const NONE: Changes = { cities: new Map(), attributes: false, initiatives: false };

/** What lies between two versions, by way of one in between. */
function together(first: Changes | undefined, second: Changes | undefined): Changes | undefined {
  if (!first || !second) return undefined;
  const cities = new Map(first.cities);
  for (const [layer, changed] of second.cities)
    cities.set(layer, Int32Array.from(new Set([...(cities.get(layer) ?? []), ...changed])).sort());
  return {
    cities,
    attributes: first.attributes || second.attributes,
    initiatives: first.initiatives || second.initiatives,
  };
}
