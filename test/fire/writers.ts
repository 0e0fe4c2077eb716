import { setTimeout as delay } from 'node:timers/promises';
import { toGlobalId } from '../../src/graphql/global-id';
import type { Json } from '../support/world';

export const SECTORS = ['TRANSPORT', 'WATER', 'WASTE', 'FOOD', 'FINANCE'];
const CITIES = ['london', 'accra', 'bogota', 'tokyo', 'paris'];

const SHARE = `mutation ($input: ShareSolutionInput!) {
  shareSolution(input: $input) { solution { slug } userErrors { code message } } }`;

/** The n-th solution of the trial: its input says what the answer has to be. */
export const inputOf = (n: number) => ({
  idempotencyKey: `fire-${n}`,
  cityId: toGlobalId('City', CITIES[n % CITIES.length]!),
  title: `Fire ${n} ${n % 2 === 0 ? 'flooding' : 'drought'}`,
  summary: 'Shared while servers die.',
  sector: SECTORS[n % SECTORS.length],
  locale: 'en',
});

/**
 * Shares the n-th solution until a server says that it is shared: with the same idempotency key each time, for nobody knows what
 * became of an attempt that was not answered.
 * @returns its slug, and how many attempts it took
 */
export async function shareUntilDone(n: number, urlOf: () => string, token: string): Promise<[string, number]> {
  for (let attempts = 1; ; attempts++) {
    const slug = await share(n, urlOf(), token).catch((error: unknown) => {
      if (error instanceof Refused) throw error;
      return undefined;
    });
    if (slug !== undefined) return [slug, attempts];
    await delay(20 + Math.random() * 100);
  }
}

/** What no other attempt would change. */
class Refused extends Error {}

async function share(n: number, url: string, token: string): Promise<string | undefined> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: SHARE, variables: { input: inputOf(n) } }),
  });
  const { data, errors } = (await response.json()) as Json;
  if (errors?.some(({ extensions }: Json) => extensions.code !== 'INTERNAL_SERVER_ERROR'))
    throw new Refused(JSON.stringify(errors));
  if (data?.shareSolution?.userErrors.length > 0) throw new Refused(JSON.stringify(data.shareSolution.userErrors));
  return data?.shareSolution?.solution?.slug as string | undefined;
}
