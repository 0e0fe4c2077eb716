import { Region } from '../subgraphs/cities';
import { MembershipRole } from '../subgraphs/networks';
import type { MemberAnswer } from './answer';
import type { Pen } from './pen';
import type { MemberCountry, MemberRegion } from './sheet';
import type { Place } from './world-map';

export const isLead = ({ role }: MemberAnswer): boolean =>
  role === MembershipRole.LEAD || role === MembershipRole.CO_LEAD;

type KnownMember = MemberAnswer & { node: NonNullable<MemberAnswer['node']> };

const known = (members: readonly MemberAnswer[]): KnownMember[] =>
  members.filter((member): member is KnownMember => member.node !== null);

/** The cities that lead, leads ahead of co-leads: what they are is said where there are both. */
export function leadsOf(members: readonly MemberAnswer[], { say, format }: Pen): string | null {
  const leads = format
    .sorted(known(members).filter(isLead), ({ node }) => node.name)
    .toSorted((a, b) => Number(a.role === MembershipRole.CO_LEAD) - Number(b.role === MembershipRole.CO_LEAD));
  if (leads.length === 0) return null;
  const hasBoth = new Set(leads.map(({ role }) => role)).size > 1;
  return format.list(
    leads.map(({ role, node }) => {
      const place = say.inCountry(node.name, node.country.name);
      return hasBoth ? `${place}${say.aside([say.roles[role]])}` : place;
    }),
  );
}

/** The members by regions of the world, the largest first and those of no known region last, and by countries. */
export function regionsOf(
  members: readonly MemberAnswer[],
  pen: Pen,
  nameOf: (region: Region) => string,
): MemberRegion[] {
  return [...Object.values(Region), null]
    .map((region) => ({ region, inside: known(members).filter(({ node }) => node.region === region) }))
    .filter(({ inside }) => inside.length > 0)
    .sort((a, b) => Number(a.region === null) - Number(b.region === null) || b.inside.length - a.inside.length)
    .map(({ region, inside }) => ({
      name: region === null ? pen.say.unknownRegion : nameOf(region),
      count: pen.format.number(inside.length),
      countries: countriesOf(inside, pen),
    }));
}

function countriesOf(members: readonly KnownMember[], { say, format }: Pen): MemberCountry[] {
  const names = [...new Set(members.map(({ node }) => node.country.name))];
  return format
    .sorted(names, (name) => name)
    .map((country) => {
      const inside = members.filter(({ node }) => node.country.name === country);
      const described = inside.map(({ role, node: { name } }) => ({
        name,
        role: role === MembershipRole.MEMBER ? null : say.aside([say.roles[role]]),
      }));
      return { name: country, members: format.sorted(described, ({ name }) => name) };
    });
}

/** Where the members are, as far as it is known. */
export const placesOf = (members: readonly MemberAnswer[]): Place[] =>
  known(members).flatMap((member) =>
    member.node.location ? [{ ...member.node.location, isLead: isLead(member) }] : [],
  );
