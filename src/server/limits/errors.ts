import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Variables } from './amounts';
import type { Shortage } from './caller-budget';
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

/** A caller who has spent what there is for a minute. */
export function budgetExceeded(charged: Charged, { limit, left, seconds }: Shortage): GraphQLError {
  const { costs, largest } = explain(charged);
  return new GraphQLError(
    `Expected operations that cost at most ${limit} a minute, and ${left} of that is left, but this one costs ${costs.cost}. Most of ` +
      `it: ${inWords(largest)}. Ask again in ${seconds} s, or for less.`,
    {
      extensions: {
        ...{ code: 'COST_BUDGET_EXCEEDED', ...costs, limit, left, retryAfter: seconds, contributors: largest },
        http: comeBack(429, seconds),
      },
    },
  );
}

/** The same, of a caller who asks for a file. */
export const fileBudgetExceeded = (cost: number, { limit, left, seconds }: Shortage): GraphQLError =>
  new GraphQLError(
    `Expected operations and files that cost at most ${limit} a minute, and ${left} of that is left, but this file costs ${cost}. Ask ` +
      `again in ${seconds} s, or for less.`,
    {
      extensions: {
        ...{ code: 'COST_BUDGET_EXCEEDED', cost, limit, left, retryAfter: seconds },
        http: comeBack(429, seconds),
      },
    },
  );

/** Who has as many files on their way as one caller may have. In a second one of them may have come. */
export const tooManyFiles = (limit: number): GraphQLError =>
  new GraphQLError(`Expected at most ${limit} files at once from one caller. Wait for one of them.`, {
    extensions: { code: 'TOO_MANY_CONNECTIONS', limit, retryAfter: 1, http: comeBack(429, 1) },
  });

/** When as many files are on their way as the server sends at once. */
export const tooManyFilesInAll = (): GraphQLError =>
  new GraphQLError('The server sends as many files as it can at once. Try again in a moment.', {
    extensions: { code: 'OVERLOADED', retryAfter: 2, http: comeBack(503, 2) },
  });

const comeBack = (status: number, seconds: number) => ({
  status,
  headers: new HeaderMap([['retry-after', String(seconds)]]),
});

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
