import { createClient } from '../../api/client';
import { graphql } from '../../api/graphql';
import type { Locale } from '../../i18n/locale';
import { VIEWER } from '../../sign-in';
import type { FeedFilter } from './filter';

const NETWORK = graphql(`
  query NetworkOfSample($slug: String!) {
    network(slug: $slug) {
      id
    }
  }
`);

const SHARE = graphql(`
  mutation ShareSample($input: ShareSolutionInput!) {
    shareSolution(input: $input) {
      solution {
        id
        title
      }
      userErrors {
        message
      }
    }
  }
`);

export interface Sample {
  title: string;
  summary: string;
}

/**
 * Shares a solution of the practitioner's city that the filter lets through.
 * @returns its title
 * @throws Error with what the API said
 */
export async function shareSample(token: string, locale: Locale, filter: FeedFilter, sample: Sample): Promise<string> {
  const client = createClient(locale, token);
  const { data, error } = await client.query(VIEWER, {});
  const cityId = data?.viewer?.city?.id;
  if (cityId === undefined)
    throw new Error(error?.message ?? 'Expected a practitioner of a city, but got another account.');
  const { data: found } = filter.network === undefined ? {} : await client.query(NETWORK, { slug: filter.network });
  const { title, summary } = sample;
  const shared = await client.mutation(SHARE, {
    input: {
      cityId,
      title,
      summary: filter.text === undefined ? summary : `${summary} ${filter.text}`,
      sector: filter.sector ?? 'ADAPTATION',
      locale,
      networkIds: found?.network ? [found.network.id] : [],
      idempotencyKey: crypto.randomUUID(),
    },
  });
  const { solution, userErrors = [] } = shared.data?.shareSolution ?? {};
  if (!solution) throw new Error(userErrors[0]?.message ?? shared.error?.message);
  return solution.title;
}
