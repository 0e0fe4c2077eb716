import { MODULES, type ModuleName } from '../subgraphs/owned-by';

/** How the modules are put together into subgraphs: the modules of each by its name. */
export type Grouping = Readonly<Record<string, readonly ModuleName[]>>;

/** The deployments that are composed and tested. Any other grouping works too: `interurban serve --subgraphs`. */
export const GROUPINGS = {
  /** One process for everything. */
  merged: { interurban: MODULES },
  /** One for each module. */
  sliced: Object.fromEntries(MODULES.map((module) => [module, [module]])),
  /** What is read by everybody; what cities write; what is computed. */
  grouped: {
    core: ['cities', 'networks', 'platform'],
    solutions: ['solutions'],
    relations: ['collaborations', 'insights'],
  },
} satisfies Record<string, Grouping>;
