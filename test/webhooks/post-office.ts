import type { Viewer } from '../../src/access/viewer';
import { Courier } from '../../src/live/webhooks/courier';
import { admitBy } from '../../src/server/webhooks';
import type { Cidr } from '../../src/settings';
import { AddressPolicy } from '../../src/webhooks/addresses';
import { Webhooks } from '../../src/webhooks/webhooks';
import { useWorld, type Json, type World } from '../support/world';
import { aSolution, Desk, type UserError } from '../writing/desk';

export const LOOPBACK: Cidr[] = [{ address: '127.0.0.0', prefix: 8, family: 'ipv4' }];

/** Every solution that is shared. */
export const SHARED = 'subscription { solutionShared { cursor solution { slug title } } }';

export const REGISTER = `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) {
  webhook { id url document operationName variables status owner } secret userErrors { code message path } } }`;

export interface Registered {
  webhook: Json;
  secret: string | null;
  userErrors: UserError[];
}

/** A world whose webhooks are delivered to, also on this machine. */
export class PostOffice {
  courier: Courier;
  readonly desk: Desk;

  constructor(
    readonly world: World,
    private readonly options: { timeout?: number; retryPeriod?: number } = {},
  ) {
    this.desk = new Desk(world);
  }

  /** Lets webhooks be registered. */
  prepare(): void {
    const { services, apollo } = this.world;
    services.webhooks = new Webhooks(new AddressPolicy(LOOPBACK), this.options.retryPeriod ?? 86_400);
    services.webhooks.admit = admitBy(apollo, services);
  }

  /** Delivers to them, too. */
  open(): void {
    this.prepare();
    this.courier = this.hire(this.options);
    this.courier.start();
  }

  close(): Promise<void> {
    return this.courier.stop();
  }

  /** One more that delivers, as another process would have. */
  hire({ timeout = 2_000, retentionDays = 0 } = {}): Courier {
    const { services, apollo, logger } = this.world;
    const formatError = () => ({ message: 'masked' });
    const admit = admitBy(apollo, services);
    return new Courier(services, {
      logger,
      admit,
      formatError,
      concurrency: 4,
      timeout,
      retentionDays,
      pollInterval: 20,
    });
  }

  async register(viewer: Viewer | null, input: object, locales: string[] = []): Promise<Registered> {
    return (await this.world.ask(REGISTER, { variables: { input }, viewer, locales })).registerWebhook;
  }

  /** The id and the secret of a webhook that is registered without a mistake. */
  async registered(viewer: Viewer, url: string, document = SHARED, more: object = {}, locales: string[] = []) {
    const { webhook, secret, userErrors } = await this.register(viewer, { url, document, ...more }, locales);
    expect(userErrors).toEqual([]);
    return { id: webhook.id as string, secret: secret! };
  }

  /** Shares a solution with this title. Returns its slug. */
  async share(viewer: Viewer, title: string, more: object = {}): Promise<string> {
    return (await this.desk.done('shareSolution', aSolution(viewer.city!.slug, { title, ...more }), viewer)).slug;
  }

  /** The deliveries of a webhook, the first event first. */
  async deliveries(viewer: Viewer, id: string): Promise<Json[]> {
    const { webhooks } = await this.world.ask(
      `{ webhooks(first: 100) { nodes { id status disabledReason deliveries(first: 100) {
        nodes { id messageId type nodeId status attempts responseStatus responseBody problem } } } } }`,
      { viewer },
    );
    return webhooks.nodes.find((node: Json) => node.id === id).deliveries.nodes.toReversed();
  }

  /** Waits until the deliveries of a webhook are so. The courier’s own statements are what changes them. */
  async until(viewer: Viewer, id: string, holds: (deliveries: Json[]) => boolean): Promise<Json[]> {
    for (;;) {
      const deliveries = await this.deliveries(viewer, id);
      if (holds(deliveries)) return deliveries;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Ends the wait of all webhooks after a failure. */
  async hurry(): Promise<void> {
    await this.world.sql('UPDATE webhook SET next_attempt_at = now()');
  }
}

/** A post office for the tests of one file; webhooks are forgotten after each of them. */
export function usePostOffice(options?: { timeout?: number; retryPeriod?: number }): PostOffice {
  const office = new PostOffice(useWorld({ followsLog: true }), options);
  beforeAll(() => office.open());
  afterEach(() => office.world.sql('DELETE FROM webhook'));
  afterAll(() => office.close());
  return office;
}
