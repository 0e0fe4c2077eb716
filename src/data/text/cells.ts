import type { Row } from '../database';
import { Kind } from '../wire/decoders';
import { int32, LENGTH, type SentRow } from '../wire/sent-row';
import { NULL } from './json';
import type { JsonBytes } from './json-bytes';
import { CLOSING, headOf, OPENING, type Member, type WriteRow } from './members';

/** How what stands in rows of one kind is found, and written. */
export interface Cells<R> {
  value(row: R, at: number): unknown;
  isNull(row: R, at: number): boolean;
  /**
   * What writes objects of rows.
   * @param leaves for each member, what is known of it where it is a column
   */
  object(members: readonly Member<R>[], leaves: readonly (Leaf | undefined)[]): WriteRow<R>;
}

/** A member that is the value of a column, if this comes as it is written. */
export interface Leaf {
  at: number;
  /** Its kind, of which GraphQL passes on every value as it is. */
  kind: Kind;
  isNullable: boolean;
  /** The type that the text is the slug of; undefined where it is a text like others. */
  idOf?: string | undefined;
  /** What alone the text may be, as JSON; undefined where it may be anything. */
  names?: readonly Uint8Array[] | undefined;
}

/** Rows with their values: those that wait for what belongs to them, and those that came in the JSON of another one. */
export const withValues: Cells<Row> = {
  value: (row, at) => row[at],
  isNull: (row, at) => row[at] === null,
  object: (members, leaves) => objectWithLeaves(members, leaves, writeValue),
};

/** Rows as they were sent: the bytes of their texts are those of the answer. */
export const asTheyCame: Cells<SentRow> = {
  value: (row, at) => row.value(at),
  isNull: (row, at) => row.isNull(at),
  object: (members, leaves) => objectWithLeaves(members, leaves, writeSent),
};

/** Writes a leaf at a column, if it can be written so. */
type WriteLeaf<R> = (leaf: Leaf, row: R, at: number, out: JsonBytes) => boolean;

/** As objectOf does it, but for leaves, which are most members: to call a function of its own for each takes as long as to write it. */
function objectWithLeaves<R>(
  members: readonly Member<R>[],
  leaves: readonly (Leaf | undefined)[],
  writeLeaf: WriteLeaf<R>,
): WriteRow<R> {
  const heads = members.map(({ key }, i) => headOf(key, i));
  const writes = members.map(({ write }) => write);
  return (row, from, out) => {
    out.byte(OPENING);
    for (let i = 0; i < heads.length; i++) {
      out.raw(heads[i]!);
      const leaf = leaves[i];
      if (leaf === undefined || !writeLeaf(leaf, row, from + leaf.at, out)) writes[i]!(row, from, out);
    }
    out.byte(CLOSING);
  };
}

function writeValue({ kind, isNullable, idOf, names }: Leaf, row: Row, at: number, out: JsonBytes): boolean {
  const value = row[at];
  if (value === null) {
    if (isNullable) out.raw(NULL);
    return isNullable;
  }
  if (typeof value === 'string') {
    if (kind !== Kind.TEXT || names !== undefined) return false;
    if (idOf === undefined) out.string(value);
    else out.globalId(idOf, value);
    return true;
  }
  if (typeof value !== 'number' || !(kind === Kind.FLOAT8 || (kind === Kind.INT4 && (value | 0) === value)))
    return false;
  out.number(value);
  return true;
}

function writeSent({ kind, isNullable, idOf, names }: Leaf, row: SentRow, at: number, out: JsonBytes): boolean {
  const place = row.place(at);
  const length = row.lengthAt(place);
  if (length < 0) {
    if (isNullable) out.raw(NULL);
    return isNullable;
  }
  if (row.kind(at) !== kind) return false;
  const { bytes } = row;
  const start = place + LENGTH;
  if (kind === Kind.INT4) out.number(int32(bytes, start));
  else if (kind === Kind.FLOAT8) out.number(bytes.readDoubleBE(start));
  else if (idOf !== undefined) out.globalIdOf(idOf, bytes, start, start + length);
  else if (names === undefined) out.utf8(bytes, start, start + length);
  else {
    const name = nameAt(names, bytes, start, length);
    if (name === undefined) return false;
    out.raw(name);
  }
  return true;
}

/** Which of some names stands there. They are in quotes. */
function nameAt(
  names: readonly Uint8Array[],
  bytes: Uint8Array,
  start: number,
  length: number,
): Uint8Array | undefined {
  for (const name of names) {
    if (name.length !== length + 2) continue;
    let i = 0;
    while (i < length && name[i + 1] === bytes[start + i]) i++;
    if (i === length) return name;
  }
  return undefined;
}
