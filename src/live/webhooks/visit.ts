import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import type { LogEvent } from '../../events/event';
import type { Caller, Services } from '../../subgraphs/context';
import { delayAfter } from '../../webhooks/backoff';
import { send } from '../../webhooks/send';
import { signedHeaders } from '../../webhooks/signature';
import type { Admit } from '../../webhooks/webhooks';
import type { LiveOperation } from '../live-operation';
import type { Delivery, Endpoint, Endpoints } from './endpoints';

/** What a process has at hand to deliver. */
export interface Station {
  services: Services;
  endpoints: Endpoints;
  admit: Admit<LiveOperation>;
  /** How long a receiver may take, in milliseconds. */
  timeout: number;
  /** What a receiver sees of an error. */
  formatError: (error: GraphQLError) => GraphQLFormattedError;
  /** Whether the process is shutting down: the message under way is the last. */
  isStopping: () => boolean;
}

/** How many events are read at a time. */
const PAGE = 100;

/** How long others wait while one endpoint has a lot to get, in milliseconds. */
const LONGEST = 10_000;

const GONE = 410;

/** Delivers to one endpoint what it has not got, in order: until there is nothing more, or a message is not taken, or for a while. */
export class Visit {
  private operation: LiveOperation;
  private readonly caller: Caller;
  private readonly end = performance.now() + LONGEST;

  constructor(
    private readonly station: Station,
    private readonly endpoint: Endpoint,
  ) {
    // Webhooks have no token that could end.
    this.caller = { viewer: { ...endpoint.viewer, expiresAt: Infinity }, locales: endpoint.locales };
  }

  /** @throws LeaseLost, and whatever keeps the database from answering */
  async run(): Promise<void> {
    const { station, endpoint } = this;
    try {
      const { document, variables, operationName } = endpoint;
      this.operation = await station.admit({ document, variables, operationName }, this.caller);
      while (!this.isOver) {
        const delivery = await station.endpoints.pending(endpoint);
        const goesOn = delivery ? await this.retry(delivery) : await this.goOn();
        if (!goesOn) break;
      }
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      // The API has changed since it was registered, or the log does not go back so far any more.
      await station.endpoints.disable(endpoint, reasonOf(error));
    }
    await station.endpoints.release(endpoint);
  }

  private get isOver(): boolean {
    return this.station.isStopping() || performance.now() > this.end;
  }

  /** Tells what an endpoint waits for: as things are now. Returns whether to go on. */
  private async retry(delivery: Delivery): Promise<boolean> {
    const [told] = await this.tell([delivery.event]);
    if (told) return this.attempt(delivery, told.result);
    await this.station.endpoints.skip(this.endpoint, delivery);
    return true;
  }

  /** Tells the next events of the log. Returns whether to go on. */
  private async goOn(): Promise<boolean> {
    const { station, endpoint } = this;
    const events = await station.services.log.read(endpoint.position, PAGE);
    if (events.length === 0) return false;
    for (const { event, result } of await this.tell(events)) {
      if (this.isOver) return false;
      const delivery = await station.endpoints.begin(endpoint, event);
      endpoint.position = event.position;
      if (!(await this.attempt(delivery, result))) return false;
    }
    endpoint.position = events.at(-1)!.position;
    await station.endpoints.advance(endpoint, endpoint.position);
    return true;
  }

  private tell(events: readonly LogEvent[]) {
    return this.operation.tell(events, this.station.services, this.caller);
  }

  /** Sends a message. Returns whether later ones may follow. */
  private async attempt(delivery: Delivery, { data, errors }: ExecutionResult): Promise<boolean> {
    const { station, endpoint } = this;
    const { messageId, event } = delivery;
    const formatted = errors && { errors: errors.map(station.formatError) };
    const payload = JSON.stringify({ type: event.type, timestamp: event.occurredAt, ...formatted, data });
    const headers = signedHeaders(endpoint.secret, messageId, payload, Date.now());
    const { policy } = station.services.webhooks;
    const answer = await send(new URL(endpoint.url), payload, headers, policy, station.timeout);
    if (answer.problem === null) {
      await station.endpoints.delivered(endpoint, delivery, answer);
      return true;
    }
    const status = await station.endpoints.failed(endpoint, delivery, answer, delayAfter(delivery.attempts + 1));
    if (answer.status === GONE) await station.endpoints.disable(endpoint, 'It answered 410 Gone.');
    return status === 'DEAD' && answer.status !== GONE;
  }
}

const reasonOf = ({ extensions, message }: GraphQLError): string =>
  extensions['code'] === 'CURSOR_EXPIRED'
    ? 'It was so far behind that events which it has not got are no longer kept.'
    : `Its document may not run any more. ${message}`;
