import { GraphQLError } from 'graphql';

/** Who asks is not known, and must be: no token where one is needed, or one that is not to be believed. Over HTTP: 401. */
export class Unauthenticated extends GraphQLError {
  /**
   * @param message what was expected, and what was got; never the token
   * @param reason more than the client is told, for those who run the server; never the token either
   */
  constructor(
    message: string,
    readonly reason: string = message,
  ) {
    super(message, { extensions: { code: 'UNAUTHENTICATED' } });
  }
}

/** The issuer of tokens does not answer, so that nobody can tell whether a token is good. Over HTTP: 503. */
export class IssuerUnavailable extends GraphQLError {
  constructor() {
    super('The issuer of tokens cannot be reached at present. Try again in a moment, or ask without a token.', {
      extensions: { code: 'ISSUER_UNAVAILABLE' },
    });
  }
}
