import fs from 'node:fs';
import path from 'node:path';
import type { Random } from '../../bench/generate/random';

const GOLDEN = path.join(__dirname, '../golden');

/** What is refreshed in the background, and may come out differently a second later. */
const OF_GRAPHS = /\b(graph|graphMetrics|suggestedPeers|cascade|exposure)\b/;

const OF_WHO_ASKS = [
  '{ viewer { subject } solutions(first: 3) { totalCount } }',
  '{ feedCursor solutions(first: 1) { totalCount } }',
  'query ($s: SolutionStatus) { solutions(first: 20, filter: { status: $s }) { totalCount nodes { slug title status } } }',
  'query ($c: String) { city(slug: $c) { name country { name } solutions(first: 5) { totalCount nodes { title } } networks { totalCount } } }',
  'query ($c: String, $all: Boolean!) { city(slug: $c) { population memberships(includeEnded: $all) { nodes { role endedOn } } } }',
];

const VARIABLES: readonly object[] = [
  {},
  { s: 'DRAFT', c: 'london', all: true },
  { c: 'nairobi', s: 'WITHDRAWN', all: false },
  { all: true, c: 'tokyo' },
];

/** A request that anybody might send. */
export interface RandomRead {
  body: { query: string; variables: object };
  headers: Record<string, string>;
}

/** How many different requests there are: few enough that they recur, before something changes. */
const REQUESTS = 60;

/** Golden operations, and what depends on who asks; by callers with these tokens, in several languages. */
export class RandomReader {
  private readonly requests: readonly RandomRead[];

  constructor(
    private readonly random: Random,
    tokens: readonly (string | null)[],
  ) {
    const golden = fs.readdirSync(GOLDEN).filter((file) => file.endsWith('.graphql'));
    const texts = golden.map((file) => fs.readFileSync(path.join(GOLDEN, file), 'utf8'));
    const queries = [...OF_WHO_ASKS, ...OF_WHO_ASKS, ...texts.filter((text) => !OF_GRAPHS.test(text))];
    this.requests = Array.from({ length: REQUESTS }, (_, i) => this.request(queries[i % queries.length]!, tokens));
  }

  /** The first ones come more often than the last. */
  next(): RandomRead {
    return this.requests[Math.floor(this.random.next() ** 2 * REQUESTS)]!;
  }

  private request(query: string, tokens: readonly (string | null)[]): RandomRead {
    const token = this.random.pick(tokens);
    const variables = this.random.pick(VARIABLES);
    return {
      body: { query, variables: { ...variables, all: 'all' in variables } },
      headers: {
        'accept-language': this.random.pick(['en', 'es, en', '']),
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
    };
  }
}
