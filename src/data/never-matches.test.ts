import { neverMatches } from './never-matches';

const WATER = { sector: { eq: 'WATER' } };
const WASTE = { sector: { eq: 'WASTE' } };

test.each([
  [{ sector: { in: [] } }],
  [{ or: [] }],
  [{ or: [{ or: [] }, { city: { id: { in: [] } } }] }],
  [{ and: [{}, { id: { in: [] } }] }],
  [{ city: { memberOf: { slug: { in: [] } } } }],
  [{ not: {} }],
  [{ not: { sector: null } }],
  [{ not: { not: { or: [] } } }],
  [{ and: [WATER, WASTE] }],
  [{ ...WATER, and: [{ and: [WASTE] }] }],
  [{ ...WATER, or: [WASTE, { or: [] }] }],
  [{ city: { and: [{ region: { eq: 'AFRICA' } }, { region: { in: ['EUROPE'] } }] } }],
])('%j matches nothing', (filter) => expect(neverMatches(filter)).toBe(true));

test.each([
  [{}],
  [{ sector: null, or: null }],
  [{ or: [WATER, WASTE] }],
  [{ or: [{ or: [] }, WATER] }],
  [{ and: [] }],
  [{ not: WATER }],
  [{ not: { or: [] } }],
  [{ ...WATER, and: [{ sector: { in: ['WASTE', 'WATER'] } }] }],
  // Some network fits the one, some other network the other.
  [{ and: [{ network: { slug: { eq: 'a' } } }, { network: { slug: { eq: 'b' } } }] }],
  // Names are compared without accents and case.
  [{ city: { and: [{ name: { eq: 'Bogotá' } }, { name: { eq: 'bogota' } }] } }],
])('%j may match', (filter) => expect(neverMatches(filter)).toBe(false));

test('what else is known of the rows counts', () => {
  const published = [{ status: 'PUBLISHED' }];
  expect(neverMatches({ status: 'DRAFT' }, published)).toBe(true);
  expect(neverMatches({ or: [{ status: 'DRAFT' }, { and: [{ status: 'WITHDRAWN' }] }] }, published)).toBe(true);
  expect(neverMatches({ or: [{ status: 'DRAFT' }, { status: 'PUBLISHED' }] }, published)).toBe(false);
});
