import { sharedInt32, sharedUint32 } from '../graph/shared-arrays';
import type { Groups } from '../projection/pair-groups';

/**
 * What cities did together, by row id, in chunks: a change makes those chunks anew that it concerns, and all versions of the table
 * share the others.
 */
export type EventTable = readonly EventChunk[];

/** Events one after another, each with its cities (their numbers), its first day in `days`, and what filters ask for. */
export interface EventChunk extends Groups {
  /** Row ids, ascending. */
  readonly ids: Int32Array;
  /** The day after the last, or FOREVER. */
  readonly untils: Int32Array;
  /** The row id of the network under which it took place; 0 for none. */
  readonly networks: Int32Array;
  /** Of collaborations the kind's number, of adoptions the row id of the solution. */
  readonly labels: Int32Array;
}

/** One event of a chunk. */
export interface TableEvent {
  id: number;
  members: readonly number[];
  day: number;
  until: number;
  network: number;
  label: number;
}

/** Events in a chunk at first; it is parted once it has twice as many. */
export const CHUNK_SIZE = 32_768;

/** A table of one chunk after another out of a single long one. */
export function inChunks(all: EventChunk, size = CHUNK_SIZE): EventTable {
  const chunks: EventChunk[] = [];
  for (let start = 0; start < all.ids.length; start += size) chunks.push(cut(all, start, start + size));
  return chunks;
}

function cut(all: EventChunk, start: number, end: number): EventChunk {
  const last = Math.min(end, all.ids.length);
  const [from, to] = [all.offsets[start]!, all.offsets[last]!];
  const offsets = sharedUint32(last - start + 1);
  for (let i = start; i <= last; i++) offsets[i - start] = all.offsets[i]! - from;
  const part = (column: Int32Array): Int32Array => column.subarray(start, last);
  return {
    ids: part(all.ids),
    offsets,
    members: all.members.subarray(from, to),
    days: part(all.days),
    untils: part(all.untils),
    networks: part(all.networks),
    labels: part(all.labels),
  };
}

/** The events of a chunk, one at a time. */
function* eventsOf(chunk: EventChunk): Generator<TableEvent> {
  for (let i = 0; i < chunk.ids.length; i++)
    yield {
      id: chunk.ids[i]!,
      members: Array.from(chunk.members.subarray(chunk.offsets[i], chunk.offsets[i + 1])),
      day: chunk.days[i]!,
      until: chunk.untils[i]!,
      network: chunk.networks[i]!,
      label: chunk.labels[i]!,
    };
}

/** A chunk of these events. */
export function chunkOf(events: readonly TableEvent[]): EventChunk {
  const column = (value: (event: TableEvent) => number): Int32Array => {
    const values = sharedInt32(events.length);
    events.forEach((event, i) => (values[i] = value(event)));
    return values;
  };
  const offsets = sharedUint32(events.length + 1);
  events.forEach(({ members }, i) => (offsets[i + 1] = offsets[i]! + members.length));
  const members = sharedInt32(offsets[events.length]!);
  events.forEach((event, i) => members.set(event.members, offsets[i]));
  return {
    ids: column(({ id }) => id),
    offsets,
    members,
    days: column(({ day }) => day),
    untils: column(({ until }) => until),
    networks: column(({ network }) => network),
    labels: column(({ label }) => label),
  };
}

/**
 * A table with some of its events changed.
 * @param ids Row ids of the events that are not as they were.
 * @param events Those of them that are there now.
 * @returns The table, and the numbers of the cities of these events, before and now.
 */
export function replaceEvents(
  table: EventTable,
  ids: readonly number[],
  events: readonly TableEvent[],
): { table: EventTable; cities: Set<number> } {
  const cities = new Set(events.flatMap(({ members }) => members));
  const changed = new Set(ids);
  const fresh = [...events].sort((a, b) => a.id - b.id);
  const firstIds = table.map((chunk) => chunk.ids[0]!);
  const chunks = table.flatMap((chunk, i) => {
    // Whatever comes before the first chunk or after the last belongs to these.
    const first = i === 0 ? -Infinity : firstIds[i]!;
    const next = firstIds[i + 1] ?? Infinity;
    const isOfChunk = (id: number): boolean => id >= first && id < next;
    if (!ids.some(isOfChunk)) return [chunk];
    const events = [...eventsOf(chunk)];
    for (const { id, members } of events) if (changed.has(id)) members.forEach((city) => cities.add(city));
    const kept = events.filter(({ id }) => !changed.has(id));
    return partsOf([...kept, ...fresh.filter(({ id }) => isOfChunk(id))].sort((a, b) => a.id - b.id));
  });
  return { table: table.length === 0 ? partsOf(fresh) : chunks, cities };
}

const partsOf = (events: readonly TableEvent[]): EventTable =>
  events.length === 0 ? [] : inChunks(chunkOf(events), events.length > 2 * CHUNK_SIZE ? CHUNK_SIZE : events.length);
