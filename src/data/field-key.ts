import type { FieldNode } from 'graphql';

const numbers = new WeakMap<FieldNode, number>();
let lastNumber = 0;

function numberOf(node: FieldNode): number {
  let number = numbers.get(node);
  if (number === undefined) numbers.set(node, (number = ++lastNumber));
  return number;
}

/** The same for the same selected field, whoever has collected its nodes. */
export const fieldKey = (fieldNodes: readonly FieldNode[]): FieldNode | string =>
  fieldNodes.length === 1 ? fieldNodes[0]! : fieldNodes.map(numberOf).join();
