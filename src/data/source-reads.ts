import type { GraphQLResolveInfo } from 'graphql';
import { EntityReads } from './entity-reads';
import type { Reader } from './reader';
import { Source } from './source';

export const sourceReads = new EntityReads(Source, { table: 'source' });

/** The source that a record refers to; null where none is recorded. */
export const readSource = (
  rowId: number | null,
  { reader }: { reader: Reader },
  info: GraphQLResolveInfo,
): Promise<Source | null> => reader.byRow(sourceReads, rowId, info);
