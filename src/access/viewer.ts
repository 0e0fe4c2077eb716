import { PUBLIC, type Scope } from '../data/scope';

/** What somebody may do, by the claims of their token. */
export type RoleName = 'PRACTITIONER' | 'NETWORK_MANAGER' | 'ADMIN';

/** A row that a token refers to. */
export interface Referred {
  rowId: number;
  slug: string;
}

/** Who asks: a caller with a valid token. Anonymous callers have none of these. */
export interface Viewer {
  /** Who it is, at the issuer of the token: `iss` and `sub` tell callers apart. Never a person's name. */
  readonly subject: string;
  readonly issuer: string;
  readonly roles: readonly RoleName[];
  /** The city that a practitioner acts for; null for none, or one that is not here. */
  readonly city: Referred | null;
  /** The networks that a manager keeps, by row id. */
  readonly networks: readonly Referred[];
  /** When the token ends, in seconds since 1970. */
  readonly expiresAt: number;
}

/** The account of a viewer, for what keeps who did it: issuers tell their own subjects apart. */
export const actorOf = ({ issuer, subject }: Viewer): string => `${issuer} ${subject}`;

/** What a viewer's reads may see; anonymous callers see what is public. */
export const scopeOf = (viewer: Viewer | null): Scope =>
  viewer === null
    ? PUBLIC
    : {
        isAdmin: viewer.roles.includes('ADMIN'),
        cityId: viewer.roles.includes('PRACTITIONER') ? (viewer.city?.rowId ?? null) : null,
        networkIds: viewer.roles.includes('NETWORK_MANAGER') ? viewer.networks.map(({ rowId }) => rowId) : [],
      };
