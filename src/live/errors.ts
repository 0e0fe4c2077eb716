import { GraphQLError } from 'graphql';

/**
 * A reader takes less than there is to tell, and what waits for it has become too much.
 * @param cursor of the last event that it was told
 */
export const slowConsumer = (cursor: string, limit: number): GraphQLError =>
  new GraphQLError(
    `More than ${limit} bytes wait to be read. Come back with "after" and the cursor in the extensions: nothing is lost.`,
    { extensions: { code: 'SLOW_CONSUMER', cursor } },
  );

/**
 * PostgreSQL was not done in time with telling which events fit.
 * @param cursor of the last event that was told
 */
export const tooSlow = (cursor: string): GraphQLError =>
  new GraphQLError(
    'Finding out which events fit the filter of this subscription took longer than the server allows. Ask with fewer conditions, and ' +
      'come back with "after" and the cursor in the extensions: nothing is lost.',
    { extensions: { code: 'TIMEOUT', cursor } },
  );

export const tooManySubscriptions = (limit: number): GraphQLError =>
  new GraphQLError(`Expected at most ${limit} subscriptions on one connection. End one, or open another connection.`, {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
  });

/** The log that subscriptions follow has been replaced, by one of a backup: positions mean something else now. */
export const anotherLog = (): GraphQLError =>
  new GraphQLError('The server’s data were restored from a backup. Query again, and begin without a cursor.', {
    extensions: { code: 'INVALID_CURSOR' },
  });
