import type { FieldNode } from 'graphql';
import { quote } from './json';

/** Writes something that it finds in a row, from a column on, as JSON. @throws Unwritable */
export type WriteRow<R = readonly unknown[]> = (row: R, from: number) => string;

/** A member of an object: its key in the answer, and what writes its value. */
export interface Member<R> {
  key: string;
  write: WriteRow<R>;
}

/** The key of a field in the answer. */
const responseKey = (node: FieldNode): string => node.alias?.value ?? node.name.value;

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

/** Writes an object with these members, in this order. */
export function objectOf<R>(members: readonly Member<R>[]): WriteRow<R> {
  const heads = members.map(({ key }, i) => `${i === 0 ? '' : ','}${quote(key)}:`);
  const writes = members.map(({ write }) => write);
  return (row, from) => {
    let text = '{';
    for (let i = 0; i < writes.length; i++) text += heads[i]! + writes[i]!(row, from);
    return `${text}}`;
  };
}
