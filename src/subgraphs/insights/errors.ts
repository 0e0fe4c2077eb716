import { GraphQLError } from 'graphql';
import { graphQuestionTooLarge, graphVersionGone, invalidGraphQuestion } from '../../graphql/errors';
import type { DerivedGraph } from '../../insights/store/derive-graph';
import { GraphVersionGone } from '../../insights/store/graph-store';
import { QuestionTooLarge } from '../../insights/store/too-large';

/** What the engine throws, as callers get it. */
export function callersError(error: unknown): unknown {
  if (error instanceof GraphQLError) return error;
  if (error instanceof GraphVersionGone) return graphVersionGone(error.message);
  if (error instanceof QuestionTooLarge) return graphQuestionTooLarge(error.message);
  return error;
}

/** @throws INVALID_GRAPH_QUESTION for a graph of several layers: their weights do not add up. */
export function requireOneLayer({ layers }: DerivedGraph, what: string): void {
  if (layers.size > 1)
    throw invalidGraphQuestion(
      `one layer for ${what}, as weights of different layers do not add up`,
      [...layers.keys()].join(', '),
    );
}

/** @throws INVALID_GRAPH_QUESTION for a number outside of its bounds. */
export function requireBetween(name: string, value: number, lowest: number, highest: number): void {
  if (!(value >= lowest && value <= highest))
    throw invalidGraphQuestion(`"${name}" from ${lowest} to ${highest}`, String(value));
}
