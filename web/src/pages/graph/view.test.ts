import { filterOf, parametersOf, scopeOf, twinningOf, viewOf } from './view';

const view = (address: string) => viewOf(new URLSearchParams(address));
const filter = (address: string, network: string | null = null) => filterOf(view(address), network);

test('opens on dated adoptions and collaborations', () => {
  expect(filter('')).toEqual({ layers: ['ADOPTION', 'COLLABORATION'], until: '9999-12-31' });
  expect(scopeOf(view(''), null)).toEqual({ layers: ['ADOPTION', 'COLLABORATION'] });
});

test.each([
  ['undated=1', { layers: ['ADOPTION', 'COLLABORATION'] }],
  ['from=2012&to=2018&links=ADOPTION', { layers: ['ADOPTION'], since: '2012-01-01', until: '2019-01-01' }],
  ['from=2012&undated=1&links=ADOPTION', { layers: ['ADOPTION'], since: '2012-01-01', includeUndated: true }],
  ['links=TWINNING,CO_MEMBERSHIP&undated=1', { layers: ['COLLABORATION', 'CO_MEMBERSHIP'], kinds: ['TWINNING'] }],
  ['links=MURDER&from=soon', { layers: [], until: '9999-12-31' }],
])('%s asks for %j', (address, expected) => expect(filter(address)).toEqual(expected));

test('a network is asked for by its id', () => {
  expect(filter('links=ADOPTION&undated=1', 'Tg')).toEqual({ layers: ['ADOPTION'], networks: ['Tg'] });
});

test.each([
  '',
  'links=ADOPTION%2CTWINNING&network=cool-cities&from=2012&to=2018&undated=1&size=PAGERANK&tab=links&city=quito&start=oslo&end=lima',
  'links=',
])('the address "%s" comes back from its view', (address) => {
  expect(parametersOf(view(address)).toString()).toBe(address);
});

test('strength is not offered across layers', () => {
  expect(view('size=STRENGTH').sizeBy).toBe('DEGREE');
  expect(view('size=STRENGTH&links=ADOPTION').sizeBy).toBe('STRENGTH');
});

test.each([
  ['', { layers: ['COLLABORATION'], kinds: ['TWINNING'], until: '9999-12-31' }],
  ['links=ADOPTION', null],
  ['links=TWINNING', null],
  ['links=WORKSHOP', null],
])('sister cities are told from the other links of "%s" by %j', (address, expected) =>
  expect(twinningOf(filter(address))).toEqual(expected),
);
