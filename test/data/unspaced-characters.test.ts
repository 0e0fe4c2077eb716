import { isWithoutSpaces } from '../../src/data/filter';
import { useWorld } from '../support/world';

const world = useWorld({ poolSize: 1 });

const charactersOf = async (text: string): Promise<string[]> => {
  const [row] = await world.sql<{ characters: string[] }>('SELECT unspaced_characters($1) AS characters', [text]);
  return row!.characters;
};

const isAssigned = (character: string): boolean => /^\P{Unassigned}$/u.test(character);

test('PostgreSQL tells the same characters apart as the server', async () => {
  const all = Array.from({ length: 0x40000 - 0x20 }, (_, i) => i + 0x20)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter(isAssigned);
  const indexed = new Set(await charactersOf(all.join('')));
  // What is looked for by an index must be in it; there may be more.
  expect(all.filter((character) => isWithoutSpaces(character) && !indexed.has(character))).toEqual([]);
  expect(await charactersOf('São Paulo, Кыив, ΑΘΗΝΑ, دبي, 서울 1')).toEqual([]);
});

test('each in its order, as often as it comes', async () => {
  expect(await charactersOf('BRT 北京市北')).toEqual(['北', '京', '市', '北']);
  expect(await charactersOf('')).toEqual([]);
});
