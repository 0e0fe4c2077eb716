import { Extensions } from 'type-graphql';

/** How long the list is that a field gives: what @listSize of IBM's GraphQL Cost Directives says. */
export interface ListSize {
  /** How long at most where no slicing argument says so. */
  assumedSize?: number;
  /** The arguments whose value, the largest one, is the list's length; of an argument that is a list, its own length. */
  slicingArguments?: readonly string[];
  /** The fields of the result that give the list, where it is not the field itself: `edges` and `nodes`. */
  sizedFields?: readonly string[];
  /** Where what is listed links pairs: of how many things, by the argument that says so, and how many times each pair at most. */
  pairs?: { of: string; times: number };
}

/** What a field or a type says of its cost, in its `extensions`. */
export interface CostExtensions {
  /** What one call of the field adds to the cost of an operation, or one object of the type. */
  cost?: number;
  listSize?: ListSize;
  /** How long other lists of the result are, which other arguments say: @listSize, which stands once at a field, has no room for them. */
  otherSizes?: readonly ListSize[];
}

/**
 * Declares what one call of a field costs. An object read costs 1, so a field that computes something costs as many as could be
 * read meanwhile. Left out: 1 for fields that give objects, 0 for those that give values, 10 for mutations.
 */
export const Cost = (cost: number): MethodDecorator & PropertyDecorator => Extensions({ cost });

/**
 * Declares how long a field's list is at most. Left out: what `first` or `last` say for connections, and what a numeric argument
 * `first` or `limit` says for other lists.
 */
export const Sized = (listSize: ListSize, ...otherSizes: ListSize[]): MethodDecorator & PropertyDecorator =>
  Extensions({ listSize, otherSizes });
