import { apiFilter, atomAddress, readFilter } from './filter';

test('an address becomes a filter of the API, and an Atom feed of the same', () => {
  const filter = readFilter(new URLSearchParams('sector=WASTE&region=AFRICA&network=cool-cities&text=+food%20waste+'));
  expect(apiFilter(filter)).toEqual({
    sector: { eq: 'WASTE' },
    city: { region: { eq: 'AFRICA' } },
    network: { slug: { eq: 'cool-cities' } },
    text: 'food waste',
  });
  expect(atomAddress(filter, 'es')).toBe(
    '/feeds/solutions.atom?sector=WASTE&region=AFRICA&network=cool-cities&text=food+waste&locale=es',
  );
});

test('what there is not, and what is empty, filters nothing', () => {
  expect(apiFilter(readFilter(new URLSearchParams('sector=MAGIC&region=&network=&text=+&page=3')))).toEqual({});
});
