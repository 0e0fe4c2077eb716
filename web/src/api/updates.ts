import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache';

/**
 * Forgets a list of the API's root, so that what was written appears in it. One that somebody is reading on in stays as it is until it
 * is opened anew: half of it would be left.
 */
function forgetList(cache: Cache, name: string): void {
  const lists = cache.inspectFields('Query').filter(({ fieldName }) => fieldName === name);
  if (lists.some((list) => list.arguments?.['after'])) return;
  for (const { fieldKey } of lists) cache.invalidate('Query', fieldKey);
}

/** Forgets an object's lists of this name: they are asked for again where they are shown. */
function forgetListOf(cache: Cache, type: string, id: unknown, name: string): void {
  const key = typeof id === 'string' ? cache.keyOfEntity({ __typename: type, id }) : null;
  if (key === null) return;
  for (const { fieldName, fieldKey } of cache.inspectFields(key))
    if (fieldName === name) cache.invalidate(key, fieldKey);
}

/** What the answer to the end of a membership has to select. */
interface Ended {
  endMembership: { membership: { network: { id: string }; city: { id: string } | null } | null };
}

/** The same of what makes a solution public, or takes it back. */
interface OfCity {
  solution: { city: { id: string } | null } | null;
}
type Published = Record<'publishSolution', OfCity>;
type Withdrawn = Record<'withdrawSolution', OfCity>;

const input = (args: unknown): Record<string, unknown> => (args as { input: Record<string, unknown> }).input;

/**
 * What a mutation changes beside the object that it returns, which the cache keeps by itself: the lists that the object is now in, or
 * no longer in.
 */
export const updates: UpdatesConfig = {
  Mutation: {
    shareSolution: (_result, args, cache) => {
      forgetList(cache, 'solutions');
      forgetListOf(cache, 'City', input(args)['cityId'], 'solutions');
    },
    publishSolution: (result, _args, cache) => {
      forgetList(cache, 'solutions');
      forgetListOf(cache, 'City', (result as unknown as Published).publishSolution.solution?.city?.id, 'solutions');
    },
    withdrawSolution: (result, _args, cache) => {
      forgetList(cache, 'solutions');
      forgetListOf(cache, 'City', (result as unknown as Withdrawn).withdrawSolution.solution?.city?.id, 'solutions');
    },
    recordAdoption: (_result, args, cache) => {
      const { solutionId, cityId } = input(args);
      forgetListOf(cache, 'Solution', solutionId, 'adoptions');
      forgetListOf(cache, 'Solution', solutionId, 'cascade');
      forgetListOf(cache, 'City', cityId, 'adoptions');
    },
    reportAction: (_result, args, cache) => {
      forgetList(cache, 'actions');
      forgetListOf(cache, 'City', input(args)['cityId'], 'actions');
    },
    setMembership: (_result, args, cache) => {
      const { cityId, networkId } = input(args);
      forgetListOf(cache, 'Network', networkId, 'members');
      for (const name of ['memberships', 'networks']) forgetListOf(cache, 'City', cityId, name);
    },
    endMembership: (result, _args, cache) => {
      const { membership } = (result as unknown as Ended).endMembership;
      forgetListOf(cache, 'Network', membership?.network.id, 'members');
      for (const name of ['memberships', 'networks']) forgetListOf(cache, 'City', membership?.city?.id, name);
    },
  },
};
