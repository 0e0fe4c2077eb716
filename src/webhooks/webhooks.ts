import type { Viewer } from '../access/viewer';
import type { AddressPolicy } from './addresses';

/** A subscription as somebody sends it. */
export interface SubscriptionRequest {
  document: string;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | null;
}

/** A subscription that may run. */
export interface Admitted {
  /** The cursor behind which it begins; null for from now on. */
  readonly after: string | null;
}

/** Who asks, and how. */
interface Caller {
  viewer: Viewer | null;
  locales: readonly string[];
}

/**
 * Checks a subscription as every operation is checked.
 * @throws GraphQLError with the first mistake
 */
export type Admit<T extends Admitted = Admitted> = (request: SubscriptionRequest, caller: Caller) => Promise<T>;

/** What those who register webhooks need of those who deliver to them. */
export class Webhooks {
  /** Set by the server before its first request. */
  admit: Admit = () => {
    throw new Error('Expected a server that checks subscriptions.');
  };

  /** @param retryPeriod for how long an event is tried, in seconds */
  constructor(
    readonly policy: AddressPolicy,
    readonly retryPeriod: number,
  ) {}
}
