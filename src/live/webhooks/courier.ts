import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { messageOf } from '../../errors';
import type { Services } from '../../subgraphs/context';
import type { Admit } from '../../webhooks/webhooks';
import type { LiveOperation } from '../live-operation';
import { Endpoints, LeaseLost, type Endpoint } from './endpoints';
import { Visit, type Station } from './visit';

export interface CourierOptions {
  logger: Logger;
  /** Checks a subscription as every operation is checked. */
  admit: Admit<LiveOperation>;
  /** What a receiver sees of an error. */
  formatError: (error: GraphQLError) => GraphQLFormattedError;
  /** To how many webhooks it delivers at a time. */
  concurrency: number;
  /** How long a receiver may take to answer, in milliseconds. */
  timeout: number;
  /** How many days deliveries that have ended are kept; 0 keeps them for ever. */
  retentionDays: number;
  /** How often to look for attempts that are due, in milliseconds. Default: 1,000. */
  pollInterval?: number;
}

// Beyond an attempt, how long a process may be busy before others take it for dead, in milliseconds.
const GRACE = 5_000;

const HOUR = 3_600_000;

/**
 * Delivers to webhooks, of all processes of a database to each by one at a time. It looks for what is due when the log grows, and
 * every second; what it needs to know is in the database, so that any process goes on where another one died.
 */
export class Courier {
  private readonly visits = new Set<Promise<void>>();
  private readonly station: Station;
  private stopListening: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private hasMissed = false;
  private isStopping = false;
  private nextPruning = 0;

  constructor(
    private readonly services: Services,
    private readonly options: CourierOptions,
  ) {
    const { timeout, admit, formatError } = options;
    const { retryPeriod } = services.webhooks;
    this.station = {
      ...{ services, admit, timeout, formatError, isStopping: () => this.isStopping },
      endpoints: new Endpoints(services.database, 2 * timeout + GRACE, retryPeriod),
    };
  }

  /** Begins to deliver. The log is followed. */
  start(): void {
    this.stopListening = this.services.log.listen(() => this.look());
    this.timer = setInterval(() => this.look(), this.options.pollInterval ?? 1000).unref();
    this.look();
  }

  /** Ends with the messages that are under way. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.stopListening?.();
    clearInterval(this.timer);
    await this.looking;
    await Promise.all(this.visits);
  }

  /** Looks for what is due; once more, where it is at it. */
  private look(): void {
    if (this.isStopping) return;
    this.hasMissed = this.looking !== undefined;
    this.looking ??= this.takeTurn()
      .catch((error: unknown) => this.options.logger.warn({ reason: messageOf(error) }, 'webhooks were not looked for'))
      .finally(() => {
        this.looking = undefined;
        if (this.hasMissed) this.look();
      });
  }

  private async takeTurn(): Promise<void> {
    await this.prune();
    const free = this.options.concurrency - this.visits.size;
    if (free <= 0) return;
    const due = await this.station.endpoints.claim(free, this.services.log.lastKnown);
    for (const endpoint of due) this.visit(endpoint);
  }

  private visit(endpoint: Endpoint): void {
    const { logger } = this.options;
    const visit = new Visit(this.station, endpoint)
      .run()
      .catch((error: unknown) => {
        // Its lease ends, and somebody goes on.
        const reason = error instanceof LeaseLost ? 'it was deleted, or taken over' : messageOf(error);
        logger.warn({ webhook: endpoint.slug, reason }, 'a webhook could not be delivered to');
      })
      .finally(() => {
        this.visits.delete(visit);
        this.look();
      });
    this.visits.add(visit);
  }

  private async prune(): Promise<void> {
    const { retentionDays } = this.options;
    if (retentionDays === 0 || Date.now() < this.nextPruning) return;
    this.nextPruning = Date.now() + HOUR;
    await this.station.endpoints.prune(retentionDays);
  }
}
