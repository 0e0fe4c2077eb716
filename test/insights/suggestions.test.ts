import { similarCities } from '../../src/insights/algorithms/suggestions/similar-cities';
import { ENDED } from '../../src/insights/projection/pair-members';
import { reasonLocale, tell, type Reasons } from '../../src/subgraphs/insights/suggestion-reasons';
import { tablesFrom } from './tables';

describe('similar cities', () => {
  const FOREVER = 0x7fffffff;
  const TODAY = 100;
  const member = (id: number, network: number, city: number, from = 0, until = FOREVER) => ({
    ...{ id, network, city, from, until },
  });
  const tables = {
    ...tablesFrom({
      slugs: ['a', 'b', 'c', 'd', 'e'],
      populations: [100, 50, 400, -1, 100],
      memberships: [
        ...[member(1, 1, 0), member(2, 2, 0), member(3, 1, 1), member(4, 3, 1), member(5, 2, 2, 0, TODAY)],
        ...[member(6, 1, 3, TODAY + 1), member(7, 2, 3, 0, ENDED)],
      ],
    }),
    regions: Int32Array.of(1, 1, 2, 1, -1),
  };
  const ask = (own: number, isExcluded = (_: number) => false) => similarCities(tables, own, TODAY, 10, isExcluded);

  test('the mean of region, population and networks of today; what is not known is like nothing', () => {
    // b: region, half as large, one of three networks. e: as large. d: region; it joins tomorrow, and has left the other one. c: a quarter.
    expect(ask(0)).toEqual([
      { node: 1, score: expect.closeTo((1 + 0.5 + 1 / 3) / 3, 11) },
      { node: 3, score: expect.closeTo(1 / 3, 11) },
      { node: 4, score: expect.closeTo(1 / 3, 11) },
      { node: 2, score: expect.closeTo(0.25 / 3, 11) },
    ]);
  });

  test('present peers are left out', () => expect(ask(0, (city) => city < 4).map(({ node }) => node)).toEqual([4]));
});

describe('reasons', () => {
  const none: Reasons = {
    ...{ name: 'Quito', networks: [], peers: [], peerCount: 0, adoptedOurs: 0, adoptedTheirs: 0, region: null },
    populations: null,
    otherwise: 'chain',
  };
  const all: Reasons = {
    ...none,
    networks: ['Air', 'Water', 'Waste'],
    peers: ['Lima', 'Bogotá'],
    peerCount: 5,
    adoptedOurs: 2,
    adoptedTheirs: 1,
    region: 'Latin America',
    populations: [2_000_000, 1_500_000],
  };
  const few: Reasons = {
    ...none,
    networks: ['Air'],
    peers: ['Lima', 'Bogotá'],
    peerCount: 3,
    adoptedOurs: 1,
    adoptedTheirs: 4,
  };

  test.each([
    [
      'en',
      [
        'You are both in Air, Water, and Waste.',
        'Quito adopted 2 of your solutions.',
        'You adopted a solution of Quito.',
        'You have both worked with Lima, Bogotá, and 3 other cities.',
        'You are both in the region Latin America.',
        'You are of similar size: 2,000,000 and 1,500,000 people.',
      ],
      [
        'You are both in Air.',
        'Quito adopted one of your solutions.',
        'You adopted 4 solutions of Quito.',
        'You have both worked with Lima, Bogotá, and one other city.',
      ],
      'Collaborations lead from you to Quito by way of other cities.',
      'Quito is one of the cities that are most like you.',
    ],
    [
      'es',
      [
        'Ambas ciudades están en Air, Water y Waste.',
        'Quito adoptó 2 soluciones de su ciudad.',
        'Su ciudad adoptó una solución de Quito.',
        'Ambas han trabajado con Lima, Bogotá y otras 3 ciudades.',
        'Ambas están en la región Latin America.',
        'Ambas son de tamaño parecido: 2.000.000 y 1.500.000 habitantes.',
      ],
      [
        'Ambas ciudades están en Air.',
        'Quito adoptó una solución de su ciudad.',
        'Su ciudad adoptó 4 soluciones de Quito.',
        'Ambas han trabajado con Lima, Bogotá y otra ciudad.',
      ],
      'Las colaboraciones llevan de su ciudad a Quito a través de otras ciudades.',
      'Quito es una de las ciudades más parecidas a la suya.',
    ],
    [
      'zh',
      [
        '你们都是Air、Water和Waste的成员。',
        'Quito采用了贵市的2项解决方案。',
        '贵市采用了Quito的1项解决方案。',
        '你们都曾与Lima、Bogotá和另外3座城市合作。',
        '你们都位于Latin America。',
        '你们规模相近：人口分别为2,000,000和1,500,000。',
      ],
      [
        '你们都是Air的成员。',
        'Quito采用了贵市的1项解决方案。',
        '贵市采用了Quito的4项解决方案。',
        '你们都曾与Lima、Bogotá和另外1座城市合作。',
      ],
      '经由其他城市的合作，贵市与Quito相连。',
      'Quito是与贵市最相似的城市之一。',
    ],
  ] as const)(
    'in %s: the most telling first, of one and of many, and never none',
    (locale, ofAll, ofFew, ofNone, ofAlike) => {
      expect(tell(all, locale)).toEqual(ofAll);
      expect(tell(few, locale)).toEqual(ofFew);
      expect(tell(none, locale)).toEqual([ofNone]);
      expect(tell({ ...none, otherwise: 'alike' }, locale)).toEqual([ofAlike]);
    },
  );

  test('the first language of the reader that there is, else English', () => {
    expect(reasonLocale(['fr', 'es', 'zh'])).toBe('es');
    expect(reasonLocale(['pt-BR', 'pt'])).toBe('en');
  });
});
