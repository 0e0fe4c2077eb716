import type { GraphQLSchema } from 'graphql';
import { scopeOf } from '../../access/viewer';
import type { Observer, Services } from '../../subgraphs/context';
import { MAX_AGE } from '../../subgraphs/table-changes';
import { seesUntold, sourceNames } from '../../subgraphs/changed-tables';
import type { Answer, Answerer, Asked, ObservedAnswerer } from '../answer';
import { keyOf } from './key';
import { cachePolicyOf, type CachePolicy } from './policy';
import { ResponseCache, type Made, type Provenance } from './response-cache';

export interface KeptAnswersOptions {
  schema: GraphQLSchema;
  services: Pick<Services, 'changes' | 'replicas'>;
  /** How much memory kept answers may take, in bytes; 0 keeps none, and executes each query for itself. */
  maxBytes: number;
}

/** By when a process that follows the log has been told of a write, in ms: amply. */
const TOLD = 2 * MAX_AGE;

/** How an answer came about, as RFC 9211 has caches tell it. */
const STATUS: Record<Provenance, string> = {
  hit: 'interurban; hit',
  miss: 'interurban; fwd=uri-miss',
  shared: 'interurban; fwd=uri-miss; collapsed',
  bypass: 'interurban; fwd=bypass',
};

/** Answers queries, and keeps the answers for as long as they stay the same. Every answer says what caches on its way may do with it. */
export class KeptAnswers {
  private readonly cache: ResponseCache<Answer> | undefined;

  constructor(
    private readonly make: ObservedAnswerer,
    private readonly options: KeptAnswersOptions,
  ) {
    const { services, maxBytes } = options;
    if (maxBytes > 0) this.cache = new ResponseCache(services.changes, maxBytes, ({ body }) => body.length);
  }

  /** How many answers came from where, and how many bytes are taken at this moment. */
  get figures(): Readonly<Record<Provenance | 'bytes', number>> | undefined {
    return this.cache && { ...this.cache.counts, bytes: this.cache.size };
  }

  readonly answer: Answerer = async (asked) => {
    const policy = cachePolicyOf(this.options.schema, asked.document, asked.operation, asked.variables);
    const key = this.cache && policy && this.isHeardOf(asked) ? keyOf(asked) : null;
    const { answer, from } =
      this.cache && key !== null
        ? await this.cache.answer(key, () => this.made(asked))
        : { answer: await this.make(asked), from: 'bypass' as const };
    const cacheControl = cacheControlOf(asked, answer, policy);
    return { ...answer, headers: { ...answer.headers, ...cacheControl, 'cache-status': STATUS[from] } };
  };

  /** Whether what the caller has seen elsewhere must have been heard of here: else answers in memory may be older. */
  private isHeardOf({ caller: { position } }: Asked): boolean {
    return position === undefined || this.options.services.replicas.age(position) > TOLD;
  }

  private async made(asked: Asked): Promise<Made<Answer>> {
    const sources = new Sources();
    const answer = await this.make(asked, sources);
    const names = [...sources.names];
    const isKept = !answer.hasErrors && !sources.hasOthers && !seesUntold(scopeOf(asked.caller.viewer), names);
    if (!isKept) return { answer, sources: null };
    // Written once for all to whom it is sent.
    const { body } = answer;
    return { answer: { ...answer, body: typeof body === 'string' ? Buffer.from(body) : body }, sources: names };
  }
}

/** What an answer was made of. */
class Sources implements Observer {
  readonly names = new Set<string>();
  hasOthers = false;

  onStatement(text: string): void {
    for (const name of sourceNames.in(text)) this.names.add(name);
  }

  onOther(): void {
    this.hasOthers = true;
  }
}

/**
 * To everybody as Apollo's cache-control plugin says it. Who is signed in has to ask anew each time, and sees at once what they wrote;
 * an ETag then spares them the body.
 */
function cacheControlOf({ caller }: Asked, { hasErrors }: Answer, policy: CachePolicy | null): Record<string, string> {
  if (!policy || hasErrors) return { 'cache-control': caller.viewer ? 'private, no-store' : 'no-store' };
  if (caller.viewer) return { 'cache-control': 'private, no-cache' };
  return { 'cache-control': `max-age=${policy.maxAge}, ${policy.scope.toLowerCase()}` };
}
