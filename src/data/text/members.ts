import type { FieldNode } from 'graphql';
import { json } from './json';
import type { JsonBytes } from './json-bytes';

/** Writes something that it finds in a row, from a column on, as JSON. @throws Unwritable */
export type WriteRow<R = readonly unknown[]> = (row: R, from: number, out: JsonBytes) => void;

/** A member of an object: its key in the answer, and what writes its value. */
export interface Member<R> {
  key: string;
  write: WriteRow<R>;
}

export const [OPENING, CLOSING] = [0x7b, 0x7d];

/** The key of a field in the answer. */
export const responseKey = (node: FieldNode): string => node.alias?.value ?? node.name.value;

/** The members for selected fields, those of one key together; undefined where one of them cannot be written. */
export function membersOf<R>(
  groups: readonly FieldNode[][],
  writer: (group: FieldNode[]) => WriteRow<R> | undefined,
): Member<R>[] | undefined {
  const members: Member<R>[] = [];
  for (const group of groups) {
    const write = writer(group);
    if (!write) return undefined;
    members.push({ key: responseKey(group[0]!), write });
  }
  return members;
}

/** What stands before the value of the i-th member. */
export const headOf = (key: string, i: number): Uint8Array =>
  Buffer.from(`${i === 0 ? '' : ','}${JSON.stringify(key)}:`);

/** Writes an object with these members, in this order. */
export function objectOf<R>(members: readonly Member<R>[]): WriteRow<R> {
  const heads = members.map(({ key }, i) => headOf(key, i));
  const writes = members.map(({ write }) => write);
  return (row, from, out) => {
    out.byte(OPENING);
    for (let i = 0; i < writes.length; i++) {
      out.raw(heads[i]!);
      writes[i]!(row, from, out);
    }
    out.byte(CLOSING);
  };
}

/** Writes the same whatever the row. */
export function constant<R>(value: string): WriteRow<R> {
  const bytes = json(value);
  return (_row, _from, out) => out.raw(bytes);
}
