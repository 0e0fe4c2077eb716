import { GraphQLError, Lexer, parse, TokenKind, type DocumentNode, type Source } from 'graphql';
import type { Config } from '../../config';
import { refuseShape } from './shape';

export type TokenLimits = Pick<Config, 'maxTokens' | 'maxDocumentLength'>;

// How graphql-js says that it has gone no further; other mistakes have no words for their kind either.
const ENDED = /^Syntax Error: Document contains more tha[nt] \d+ tokens/;

/**
 * Parses a document that is not too long.
 * @throws GraphQLError DOCUMENT_TOO_COMPLEX, or what is wrong with its syntax
 */
export function parseWithin(text: string, limits: TokenLimits): DocumentNode {
  try {
    return parse(text, { maxTokens: limits.maxTokens });
  } catch (error) {
    throw tooLong(error, limits) ?? error;
  }
}

/** Why a document was not parsed to its end: for its length. Undefined for any other failure. */
export function tooLong(error: unknown, { maxTokens, maxDocumentLength }: TokenLimits): GraphQLError | undefined {
  if (!(error instanceof GraphQLError) || !error.source || !ENDED.test(error.message)) return undefined;
  try {
    // Tokens are counted in what is short enough for that.
    refuseShape('length', maxDocumentLength, error.source.body.length);
    refuseShape('tokens', maxTokens, countTokens(error.source));
  } catch (refusal) {
    return refusal as GraphQLError;
  }
  return undefined;
}

/** How many tokens a document has: up to the first that is none, where there is such a one. */
function countTokens(source: Source): number {
  const lexer = new Lexer(source);
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count++;
  } catch {
    count++; // It is one too many already.
  }
  return count;
}
