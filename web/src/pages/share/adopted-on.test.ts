import { adoptedOnOf } from './adopted-on';

test.each([
  [{}, {}],
  [{ datePrecision: 'YEAR' }, {}],
  [{ adoptedOn: '2024-05-17' }, { adoptedOn: '2024-05-17', datePrecision: 'DAY' }],
  [
    { adoptedOn: '2024-05-17', datePrecision: 'MONTH' },
    { adoptedOn: '2024-05-01', datePrecision: 'MONTH' },
  ],
  [
    { adoptedOn: '2024-05-17', datePrecision: 'YEAR' },
    { adoptedOn: '2024-01-01', datePrecision: 'YEAR' },
  ],
])('%j is sent as %j', (given, expected) => expect(adoptedOnOf(given)).toEqual(expected));
