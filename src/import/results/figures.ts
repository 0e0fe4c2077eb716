import { readGlobalId } from '../../graphql/global-id';
import { describeFinding, SHOWN, type Finding } from '../findings';
import type { ResultRow } from './read-results';

/** A figure of a city. */
export interface Figure {
  name: string;
  city: number;
  value: number;
}

const ID_COLUMNS = ['id', 'slug'];

// What nodes of an exported graph have beside figures: analyses give it back.
const KNOWN_COLUMNS = new Set([
  ...ID_COLUMNS,
  ...['name', 'country', 'region', 'population', 'latitude', 'longitude', 'wikidataId', 'geonamesId', 'unlocode'],
]);

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,62}$/;

/** Reads figures off rows, and notes what is wrong with them. */
export class Figures {
  readonly problems: string[] = [];
  problemCount = 0;
  /** How many figures there are, by name. */
  readonly counts = new Map<string, number>();
  private readonly seen = new Set<number>();
  private wrongColumns: ReadonlySet<string> | undefined;

  /** @param cities Row ids by slug. */
  constructor(private readonly cities: ReadonlyMap<string, number>) {}

  *of({ file, row, cells }: ResultRow): Generator<Figure> {
    const wrong = (column: string | undefined, expected: string, value: unknown): void =>
      this.note({
        file,
        row,
        column,
        expected,
        value: textOf(value),
      });
    this.wrongColumns ??= this.checkColumns(file, Object.keys(cells));
    const city = this.cityOf(cells, wrong);
    if (city === undefined) return;
    for (const [name, cell] of Object.entries(cells)) {
      if (KNOWN_COLUMNS.has(name) || this.wrongColumns.has(name) || cell === null || cell === '') continue;
      const value = numberOf(cell);
      if (value === undefined) wrong(name, 'a number', cell);
      else {
        this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
        yield { name, city, value };
      }
    }
  }

  private cityOf(
    cells: ResultRow['cells'],
    wrong: (column: string, expected: string, value: unknown) => void,
  ): number | undefined {
    const column = ID_COLUMNS.find((name) => cells[name] !== undefined);
    if (column === undefined) return undefined; // Told of once, for the whole file.
    const key = cells[column];
    const slug = column === 'slug' ? key : typeof key === 'string' ? readGlobalId(key)?.slug : undefined;
    const city = typeof slug === 'string' ? this.cities.get(slug) : undefined;
    if (city === undefined) wrong(column, `the ${column} of a city that there is`, key);
    else if (this.seen.has(city)) wrong(column, 'each city once', key);
    else {
      this.seen.add(city);
      return city;
    }
    return undefined;
  }

  private checkColumns(file: string, columns: readonly string[]): ReadonlySet<string> {
    const note = (expected: string, value: string): void => this.note({ file, expected, value });
    if (!columns.some((name) => ID_COLUMNS.includes(name)))
      note('a column "id" with the ids of cities, or "slug"', columns.join());
    const figures = columns.filter((name) => !KNOWN_COLUMNS.has(name));
    if (figures.length === 0) note('a column of figures beside those of a city', columns.join());
    const unfit = figures.filter((name) => !NAME.test(name));
    for (const name of unfit) note('columns named with letters, digits and _, 63 at most, a letter first', name);
    return new Set(unfit);
  }

  private note(finding: Finding): void {
    this.problemCount++;
    if (this.problems.length < SHOWN) this.problems.push(describeFinding(finding));
  }
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

function numberOf(cell: unknown): number | undefined {
  if (typeof cell === 'bigint') return Number.isSafeInteger(Number(cell)) ? Number(cell) : undefined;
  const isText = typeof cell === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell.trim());
  const value = typeof cell === 'number' ? cell : isText ? Number(cell) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
