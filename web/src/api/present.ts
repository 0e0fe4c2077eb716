/** The items of a list that are there: an item is null where the part of the platform that keeps it is down. */
export function present<Item>(items: readonly (Item | null)[] | null | undefined): Item[] {
  return (items ?? []).filter((item) => item !== null);
}
