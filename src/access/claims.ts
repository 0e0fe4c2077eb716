import type { JWTPayload } from 'jose';
import type { RoleName } from './viewer';

/** Which claims of a token say what its bearer may do. */
export interface ClaimNames {
  /** Where the roles are: a list of texts, or one text with spaces between them. */
  roles: string;
  /** Where the slug of the practitioner's city is: a text, or a list of one. */
  city: string;
  /** Where the slugs of the manager's networks are: as roles. */
  networks: string;
  /** What the issuer calls each role. */
  roleValues: Readonly<Record<RoleName, string>>;
}

/** What a token says of its bearer. */
export interface Claims {
  roles: RoleName[];
  citySlug: string | null;
  networkSlugs: string[];
}

/** What the claims say; a claim that is missing or of another shape says nothing. */
export function readClaims(payload: JWTPayload, names: ClaimNames): Claims {
  const values = new Set(texts(claim(payload, names.roles)));
  const roles = (Object.keys(names.roleValues) as RoleName[]).filter((role) => values.has(names.roleValues[role]));
  const [city, ...otherCities] = texts(claim(payload, names.city));
  return {
    roles,
    citySlug: roles.includes('PRACTITIONER') && otherCities.length === 0 ? (city ?? null) : null,
    networkSlugs: roles.includes('NETWORK_MANAGER') ? [...new Set(texts(claim(payload, names.networks)))] : [],
  };
}

/** The claim of this name, or else the one that the path leads to: `realm_access.roles`. Names may have dots: they are URLs often. */
function claim(payload: JWTPayload, name: string): unknown {
  return own(payload, name) ?? name.split('.').reduce<unknown>(own, payload);
}

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.split(' ').filter((text) => text !== '');
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}
