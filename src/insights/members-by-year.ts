import { Bits } from './graph/bits';

/** Memberships with a known first day; in days since 1970-01-01, the day after the last may lie beyond all years. */
export type DatedMembership = Readonly<Record<'city' | 'network' | 'from' | 'until', number>>;

/** Who was a member of what on the first day of a year. Cities and networks are numbered as they first occur. */
export interface MembersOfYear {
  /** The networks of each city. */
  networksOf: readonly (readonly number[])[];
  /** The members of each network. */
  members: readonly Bits[];
}

/** Memberships by year: each year is looked at when it is first asked for. */
export class MembersByYear {
  private readonly cities = new Map<number, number>();
  private readonly networks = new Map<number, number>();
  private readonly known = new Map<number, MembersOfYear>();

  constructor(private readonly memberships: readonly DatedMembership[]) {
    for (const { city, network } of memberships) {
      if (!this.cities.has(city)) this.cities.set(city, this.cities.size);
      if (!this.networks.has(network)) this.networks.set(network, this.networks.size);
    }
  }

  /** Of cities that are a member of anything, in any year. */
  get cityCount(): number {
    return this.cities.size;
  }

  get networkCount(): number {
    return this.networks.size;
  }

  /** The number of a city; undefined for one that is never a member. */
  numberOf(city: number): number | undefined {
    return this.cities.get(city);
  }

  on(year: number): MembersOfYear {
    let members = this.known.get(year);
    if (!members) this.known.set(year, (members = this.find(Date.UTC(year, 0, 1) / 86_400_000)));
    return members;
  }

  private find(day: number): MembersOfYear {
    const networksOf = Array.from({ length: this.cityCount }, (): number[] => []);
    const members = Array.from({ length: this.networkCount }, () => new Bits(this.cityCount));
    for (const { city, network, from, until } of this.memberships) {
      if (day < from || day >= until) continue;
      const [c, n] = [this.cities.get(city)!, this.networks.get(network)!];
      if (!members[n]!.has(c)) networksOf[c]!.push(n);
      members[n]!.add(c);
    }
    return { networksOf, members };
  }
}
