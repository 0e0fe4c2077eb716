import type { SaxesTagNS } from 'saxes';

/** A node of a graph file: what its format calls it, and its attributes by their lower-case names. */
export interface GraphNode {
  kind: 'node';
  id: string;
  attributes: ReadonlyMap<string, string>;
}

export interface GraphEdge {
  kind: 'edge';
  source: string;
  target: string;
}

export type GraphItem = GraphNode | GraphEdge;

/** What is wrong with a graph file as a whole, in words that follow "expected". */
export class GraphFileError extends Error {
  constructor(
    readonly expected: string,
    readonly got?: string,
  ) {
    super(expected);
  }
}

/** Reads one format: it is told of every tag and its text, and gathers nodes and edges. */
export interface GraphFormat {
  /** What has been gathered since it was last taken away. */
  items: GraphItem[];
  open(tag: SaxesTagNS): void;
  close(tag: SaxesTagNS, text: string): void;
}

/** The value of an attribute without a namespace. */
export const attributeOf = (tag: SaxesTagNS, name: string): string | undefined => tag.attributes[name]?.value;

/** @throws GraphFileError where a tag lacks an attribute that its format demands */
export function demand(tag: SaxesTagNS, name: string): string {
  const value = attributeOf(tag, name);
  if (value === undefined) throw new GraphFileError(`an attribute ${name} of <${tag.name}>; it is missing`);
  return value;
}
