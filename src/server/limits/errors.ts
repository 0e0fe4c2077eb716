import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Variables } from './amounts';
import { contributors, total, type CostNode, type Costs } from './cost';

interface Charged {
  plan: CostNode;
  costs: Costs;
  variables: Variables;
}

/** How many parts of an operation are named. */
const NAMED = 5;

/** An operation that costs more than any may. */
export function costTooHigh(charged: Charged, limit: number): GraphQLError {
  const { costs, largest } = explain(charged);
  return new GraphQLError(
    `Expected an operation that costs at most ${limit}, but got one that costs ${costs.cost}. Most of it: ${inWords(largest)}. ` +
      'Ask for smaller pages, or for less at once.',
    { extensions: { code: 'COST_LIMIT_EXCEEDED', ...costs, limit, contributors: largest, http: { status: 400 } } },
  );
}

/**
 * A caller who has spent what there is for a minute.
 * @param left what it has left
 * @param seconds when it has enough again
 */
export function budgetExceeded(charged: Charged, limit: number, left: number, seconds: number): GraphQLError {
  const { costs, largest } = explain(charged);
  return new GraphQLError(
    `Expected operations that cost at most ${limit} a minute, and ${left} of that is left, but this one costs ${costs.cost}. Most of ` +
      `it: ${inWords(largest)}. Ask again in ${seconds} s, or for less.`,
    {
      extensions: {
        code: 'COST_BUDGET_EXCEEDED',
        ...costs,
        limit,
        left,
        retryAfter: seconds,
        contributors: largest,
        http: { status: 429, headers: new HeaderMap([['retry-after', String(seconds)]]) },
      },
    },
  );
}

/** A document that nobody has published, where only such are welcome. */
export const notPublished = (): GraphQLError =>
  new GraphQLError(
    'Expected a published document, but got another one: this server runs no others. Ask for one by its documentId, or publish this ' +
      'one: interurban documents publish.',
    { extensions: { code: 'DOCUMENT_NOT_PUBLISHED', http: { status: 403 } } },
  );

const explain = ({ plan, costs, variables }: Charged) => ({
  costs: { cost: total(costs), fieldCost: costs.fields, typeCost: costs.types },
  largest: contributors(plan, variables, NAMED),
});

const inWords = (parts: ReturnType<typeof contributors>): string =>
  parts.map(({ path, cost }) => `${path} (${cost})`).join(', ');
