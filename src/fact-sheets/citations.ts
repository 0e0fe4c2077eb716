import type { Cited } from './answer';
import type { Format } from './format';
import type { SheetSource } from './sheet';
import type { Messages } from './texts';

/** The sources of a sheet, each once, in the order in which they are first cited. */
export class Citations {
  readonly list: SheetSource[] = [];
  private readonly places = new Map<string, number>();

  constructor(
    private readonly say: Messages,
    private readonly format: Format,
  ) {}

  /** The places of these sources in the list, which takes in those that are new. */
  of(...sources: readonly (Cited | null | undefined)[]): number[] {
    const places = sources.flatMap((source) => (source ? [this.placeOf(source)] : []));
    return [...new Set(places)].sort((a, b) => a - b);
  }

  private placeOf({ name, url, retrievedOn }: Cited): number {
    const key = `${url ?? ''} ${name}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const retrieved = retrievedOn === null ? null : this.say.retrieved(this.format.date(retrievedOn));
    this.places.set(key, this.list.length);
    const host = url === null ? null : new URL(url).host.replace(/^www\./, '');
    return this.list.push({ name, url, host, retrieved }) - 1;
  }
}
