import type { RoleName, Viewer } from '../../src/access/viewer';
import { toGlobalId } from '../../src/graphql/global-id';
import type { Json, World } from '../support/world';

/** What a mutation is called, what it answers, and what the tests look at of its record. */
const mutations = {
  shareSolution: ['solution', 'Solution'],
  reviseSolution: ['solution', 'Solution'],
  publishSolution: ['solution', 'Solution'],
  withdrawSolution: ['solution', 'Solution'],
  recordAdoption: ['adoption', 'Adoption'],
  reviseAdoption: ['adoption', 'Adoption'],
  confirmAdoption: ['adoption', 'Adoption'],
  reportAction: ['action', 'Action'],
  recordCollaboration: ['collaboration', 'Collaboration'],
  setMembership: ['membership', 'Membership'],
  endMembership: ['membership', 'Membership'],
  signCollectiveAction: ['signature', 'Signature'],
  withdrawSignature: ['signature', 'Signature'],
} as const;

const fragments: Record<string, string> = {
  Solution: `id slug title summary body originalLocale sector status visibility publishedAt links withdrawnAt
    withdrawnReason city { slug } networks { nodes { slug } }`,
  Adoption: `id solution { slug } city { slug } learnedFrom { slug } kind status adoptedOn datePrecision
    via { slug } note confirmed confirmedAt`,
  Action: `id city { slug } title sector status reportedOn datePrecision influences influencedBy { slug }
    revisionOf { id }`,
  Collaboration: `id kind title network { slug } startedOn endedOn datePrecision participants { nodes { slug } }`,
  Membership: 'id city { slug } network { slug } role startedOn endedOn current datePrecision',
  Signature: 'id city { slug } collectiveAction { slug } signedOn withdrawnOn datePrecision',
};

export type MutationName = keyof typeof mutations;
export const mutationNames = Object.keys(mutations) as MutationName[];

export interface UserError {
  code: string;
  message: string;
  path: string[];
}

export interface Written {
  /** The record, as the payload shows it. */
  record: Json;
  userErrors: UserError[];
}

/** The document of a mutation, with all of its record. */
export function documentOf(name: MutationName): string {
  const [field, type] = mutations[name];
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) {
    written: ${name}(input: $input) { record: ${field} { ${fragments[type]} } userErrors { code message path } } }`;
}

export const idOf = (type: string, slug: string): string => toGlobalId(type, slug);
export const cityId = (slug: string): string => idOf('City', slug);
export const networkId = (slug: string): string => idOf('Network', slug);
export const solutionId = (slug: string): string => idOf('Solution', slug);

/** An event, as the log keeps it. */
export interface Told {
  type: string;
  subject: string;
  actor: string | null;
}

/** Where tests write: the mutations of a world as its callers use them. */
export class Desk {
  private position = 0;

  constructor(private readonly world: World) {}

  /** What a mutation answers. */
  async write(name: MutationName, input: object, viewer: Viewer | null): Promise<Written> {
    return (await this.world.ask(documentOf(name), { variables: { input }, viewer })).written;
  }

  /** The record of a mutation that is expected to find nothing wrong. */
  async done(name: MutationName, input: object, viewer: Viewer | null): Promise<Json> {
    const { record, userErrors } = await this.write(name, input, viewer);
    expect(userErrors).toEqual([]);
    expect(record).not.toBeNull();
    return record;
  }

  /** Code and path of what a mutation has to mend; the path without the argument. */
  async refused(name: MutationName, input: object, viewer: Viewer | null): Promise<string[]> {
    const { record, userErrors } = await this.write(name, input, viewer);
    expect(record).toBeNull();
    expect(userErrors.every(({ path, message }) => path[0] === 'input' && message.length > 10)).toBe(true);
    return userErrors.map(({ code, path }) => [code, ...path.slice(1)].join(' '));
  }

  /** A caller with roles: a city for practitioners, networks for managers. */
  async viewer(
    roles: RoleName[],
    { city, networks = [], subject = 'somebody' }: { city?: string; networks?: string[]; subject?: string } = {},
  ): Promise<Viewer> {
    const referred = (table: string, slugs: string[]) =>
      this.world.sql<{ rowId: number; slug: string }>(
        `SELECT id AS "rowId", slug FROM ${table} WHERE slug = ANY ($1)`,
        [slugs],
      );
    const [found] = await referred('city', city === undefined ? [] : [city]);
    return {
      subject,
      issuer: 'https://login.example.org',
      roles,
      city: found ?? null,
      networks: await referred('network', networks),
      expiresAt: 4_000_000_000,
    };
  }

  practitioner(city: string, subject = 'somebody'): Promise<Viewer> {
    return this.viewer(['PRACTITIONER'], { city, subject });
  }

  manager(...networks: string[]): Promise<Viewer> {
    return this.viewer(['NETWORK_MANAGER'], { networks });
  }

  admin(): Promise<Viewer> {
    return this.viewer(['ADMIN']);
  }

  /** What the log has got since the last time. */
  async told(): Promise<Told[]> {
    await this.world.sql('SELECT number_events(1000000)');
    const events = await this.world.sql<Told & { position: string }>(
      `SELECT position, type, subject_type || ' ' || subject_slug AS subject, actor FROM event
       WHERE position > $1 ORDER BY position`,
      [this.position],
    );
    this.position = Number(events.at(-1)?.position ?? this.position);
    return events.map(({ type, subject, actor }) => ({ type, subject, actor }));
  }
}

/** A solution's input, complete. */
export const aSolution = (city: string, more: object = {}): object => ({
  cityId: cityId(city),
  title: 'Shade on bus stops',
  summary: 'Sails of cloth keep those who wait out of the sun.',
  sector: 'ADAPTATION',
  locale: 'en',
  ...more,
});
