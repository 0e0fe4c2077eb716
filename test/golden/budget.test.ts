import fs from 'node:fs';
import path from 'node:path';
import { addCrowd } from '../support/crowd';
import { useWorld } from '../support/world';

const world = useWorld();

const golden = (name: string): string => fs.readFileSync(path.join(__dirname, `${name}.graphql`), 'utf8');

async function statementsOf(document: string, name: string): Promise<number> {
  world.statements.length = 0;
  await world.ask(document, { variables: { name } });
  return world.statements.length;
}

/** The same for an answer that is written without resolvers; 0 where these are needed. */
async function textStatementsOf(document: string, name: string): Promise<number> {
  world.textStatements.length = 0;
  await world.text(document, { variables: { name } });
  return world.textStatements.length;
}

/**
 * `levels` is the number of statements where each level is read by one of its own, `statements` where all are read together, `texts` where
 * that is decided field by field.
 */
const budgets: [what: string, levels: number, statements: number, texts: number, document: string][] = [
  ['networks, their members, and their solutions', 3, 1, 2, golden('dashboard')],
  ['a feed of 50 solutions with city, country, networks and initiative', 5, 1, 1, golden('feed')],
  [
    'a city with networks, memberships, solutions with adoptions, collaborations and peers',
    7,
    1,
    2,
    `{ city(slug: "new-york") {
      name
      networks { nodes { name } }
      memberships { nodes { role } }
      solutions { nodes { title adoptions { nodes { kind } } } }
      collaborations { nodes { kind } }
      peers { edges { strength node { name } } }
    } }`,
  ],
  ['the same with the networks of memberships and the cities of adoptions', 7, 1, 1, golden('city-profile')],
  [
    'a search that finds all four types, with its total',
    6,
    6,
    0,
    `query ($name: String!) { search(text: $name, first: 100) { totalCount edges { score node { __typename ...
      on City { name } } } } }`,
  ],
];

describe.each([3, 60])('with %i more of each kind', (size) => {
  beforeAll(() => addCrowd(world, size, `crowd${size}`));

  test.each(budgets)(
    '%s: level by level %i statements, together %i, as text %i',
    async (_what, levels, statements, texts, document) => {
      const { database } = world.services;
      const { maxNestedRows } = database;
      const name = `crowd${size} 0`;
      database.maxNestedRows = 0;
      expect(await statementsOf(document, name)).toBe(levels);
      expect(await textStatementsOf(document, name)).toBe(texts && levels);
      database.maxNestedRows = maxNestedRows;
      expect(await statementsOf(document, name)).toBe(statements);
      expect(await textStatementsOf(document, name)).toBe(texts);
    },
  );
});
