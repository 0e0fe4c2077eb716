import type { Random } from '../../bench/generate/random';
import type { Viewer } from '../../src/access/viewer';
import { idOf, type Desk, type MutationName } from '../writing/desk';
import type { World } from '../support/world';

const NETWORKS = ['water-security', 'food-systems', 'cool-cities', 'waste-to-resources'];
const CITIES = ['london', 'nairobi', 'tokyo', 'paris', 'quito', 'bogota', 'copenhagen', 'accra'];

const DRAFTS = "solution WHERE status = 'DRAFT'";
const PUBLISHED = "solution WHERE status = 'PUBLISHED'";

/** Changes that anybody might make, one after the other: by mutations, and by hand with an announcement. */
export class RandomWriter {
  private count = 0;
  private readonly writes: (() => Promise<void>)[];

  /** @param admin who may write everything */
  constructor(
    private readonly world: World,
    private readonly desk: Desk,
    private readonly random: Random,
    private readonly admin: Viewer,
  ) {
    const { random: r } = this;
    const day = (): string => `20${10 + r.below(15)}-0${1 + r.below(9)}-1${r.below(10)}`;
    const city = (): string => idOf('City', r.pick(CITIES));
    const networkIds = (): string[] => [idOf('Network', r.pick(NETWORKS))];
    const text = (): string => `${r.pick(['Shade', 'Water', 'Bikes', 'Roofs'])} ${this.count}`;
    const visibility = (): string => r.pick(['PUBLIC', 'MEMBERS']);
    const share = (draft: boolean) => (): Promise<void> =>
      this.mutate('shareSolution', () => ({
        ...{
          cityId: city(),
          title: text(),
          summary: 'What we did.',
          sector: r.pick(['WATER', 'WASTE']),
          locale: 'en',
          draft,
        },
        ...{ visibility: visibility(), networkIds: networkIds() },
      }));
    const revise = (rows: string) => (): Promise<void> =>
      this.with('Solution', rows, 'reviseSolution', (solutionId) => ({
        solutionId,
        ...r.pick<object>([
          { title: text() },
          { title: text(), locale: 'es' },
          { visibility: visibility(), networkIds: networkIds() },
          { sector: r.pick(['FOOD', 'TRANSPORT']) },
        ]),
      }));
    this.writes = [
      share(false),
      share(true),
      revise(PUBLISHED),
      revise(DRAFTS),
      () => this.with('Solution', DRAFTS, 'publishSolution', (solutionId) => ({ solutionId })),
      () => this.with('Solution', PUBLISHED, 'withdrawSolution', (solutionId) => ({ solutionId, reason: text() })),
      () =>
        this.with('Solution', PUBLISHED, 'recordAdoption', (solutionId) => ({
          ...{ solutionId, cityId: city(), kind: 'REPLICATED', adoptedOn: day(), learnedFromCityId: city() },
        })),
      () => this.with('Adoption', 'adoption', 'reviseAdoption', (adoptionId) => ({ adoptionId, note: text() })),
      () => this.with('Adoption', 'adoption WHERE NOT confirmed', 'confirmAdoption', (adoptionId) => ({ adoptionId })),
      () =>
        this.mutate('reportAction', () => ({
          ...{ cityId: city(), title: text(), sector: 'WASTE', status: 'PLANNED', reportedOn: day(), locale: 'en' },
          ...{ influences: ['NEW'], influencedByNetworkIds: networkIds() },
        })),
      () =>
        this.mutate('recordCollaboration', () => ({
          kind: 'WORKSHOP',
          participantIds: [...new Set([city(), city(), city()])],
          networkId: networkIds()[0],
          startedOn: day(),
        })),
      () =>
        this.mutate('setMembership', () => ({
          ...{
            cityId: city(),
            networkId: networkIds()[0],
            role: r.pick(['MEMBER', 'LEAD', 'OBSERVER']),
            startedOn: day(),
          },
        })),
      () =>
        this.with('Membership', 'membership', 'endMembership', (membershipId) => ({ membershipId, endedOn: day() })),
      () =>
        this.with('CollectiveAction', 'collective_action', 'signCollectiveAction', (collectiveActionId) => ({
          ...{ collectiveActionId, cityId: city(), signedOn: day() },
        })),
      () =>
        this.with('Signature', 'signature WHERE withdrawn_on IS NULL', 'withdrawSignature', (signatureId) => ({
          ...{ signatureId, withdrawnOn: '2026-01-01' },
        })),
      () => this.byHand('City', 'city', 'population = $2', r.below(1_000_000), 'CITY_CHANGED'),
      () => this.byHand('Network', 'network', 'summary = $2', text(), 'NETWORK_CHANGED'),
      () => this.byHand('Initiative', 'initiative', 'name = $2', text(), 'INITIATIVE_CHANGED'),
      () => this.byHand('CollectiveAction', 'collective_action', 'name = $2', text(), 'COLLECTIVE_ACTION_CHANGED'),
      () => this.reference(),
    ];
  }

  /** Makes one change; where there is nothing to change, none. The process has been told of it then. */
  async write(): Promise<void> {
    this.count++;
    await this.random.pick(this.writes)();
  }

  private async mutate(name: MutationName, input: () => object): Promise<void> {
    await this.desk.write(name, input(), this.admin);
  }

  private async with(type: string, rows: string, name: MutationName, input: (id: string) => object): Promise<void> {
    const slug = await this.slugOf(rows);
    if (slug !== undefined) await this.mutate(name, () => input(idOf(type, slug)));
  }

  private async slugOf(rows: string): Promise<string | undefined> {
    const found = await this.world.sql<{ slug: string }>(`SELECT slug FROM ${rows} ORDER BY slug`);
    return found.length === 0 ? undefined : this.random.pick(found).slug;
  }

  private async byHand(type: string, table: string, set: string, value: unknown, event: string): Promise<void> {
    const { log } = this.world.services;
    const slug = await this.slugOf(table);
    const { end } = (
      await this.world.sql<{ end: number }>(
        `WITH changed AS (UPDATE ${table} SET ${set} WHERE slug = $1), told AS (SELECT announce($3, $4, $1))
         SELECT (head + 1 + (SELECT count(*) FROM event_inbox))::int AS end FROM event_log, told`,
        [slug, value, event, type],
      )
    )[0]!;
    await this.heard(() => log.lastKnown >= end);
  }

  private async reference(): Promise<void> {
    const { log } = this.world.services;
    const { edition } = log;
    await this.world.sql(`UPDATE country SET name = $1 WHERE code = $2`, [
      `Land ${this.count}`,
      this.random.pick(['GB', 'KE']),
    ]);
    await this.heard(() => log.edition !== edition);
  }

  private async heard(isHeard: () => boolean): Promise<void> {
    const { log } = this.world.services;
    if (isHeard()) return;
    await new Promise<void>((resolve) => {
      const stop = log.listen(() => {
        if (!isHeard()) return;
        stop();
        resolve();
      });
    });
  }
}
