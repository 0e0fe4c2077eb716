import { registerEnumType } from 'type-graphql';

export enum DatePrecision {
  DAY = 'DAY',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}
registerEnumType(DatePrecision, {
  name: 'DatePrecision',
  description:
    'How exactly the dates of a record are known. What is not known is written as the first: 2012-03-01, 2012-01-01.',
  valuesConfig: {
    DAY: { description: 'To the day.' },
    MONTH: { description: 'To the month: the day is not known.' },
    YEAR: { description: 'To the year: day and month are not known.' },
  },
});
