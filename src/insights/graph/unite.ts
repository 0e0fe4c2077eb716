import { graphOf } from './build';
import { addDay, collapse } from './collapse';
import type { Graph, LinkTable } from './graph';
import { linksOf } from './links';

/**
 * The graph of the links of several graphs. Weights of different kinds do not add up: here each link weighs 1. Its records,
 * directions and days are those of all.
 */
export function unite(graphs: readonly Graph[]): Graph {
  const tables = graphs.map(linksOf);
  const join = (column: 'sources' | 'targets'): Int32Array => {
    const joined = new Int32Array(tables.reduce((size, table) => size + table[column].length, 0));
    tables.reduce((at, table) => {
      joined.set(table[column], at);
      return at + table[column].length;
    }, 0);
    return joined;
  };
  const united = collapse({ sources: join('sources'), targets: join('targets') });
  united.weights.fill(1);
  united.recordCounts.fill(0);
  for (const table of tables) addFacts(table, united);
  return graphOf(united);
}

/** Adds what a table knows to one that has all of its links, and is ordered as it is. */
function addFacts(table: LinkTable, united: LinkTable): void {
  let at = 0;
  for (let link = 0; link < table.sources.length; link++) {
    while (united.sources[at] !== table.sources[link] || united.targets[at] !== table.targets[link]) at++;
    united.recordCounts[at]! += table.recordCounts[link]!;
    united.directions[at]! |= table.directions[link]!;
    addDay(united, at, table.firstDays[link]!);
    addDay(united, at, table.lastDays[link]!);
  }
}
