import { Arg } from 'type-graphql';
import { LocalDate, Locale } from './scalars';

/** The language of a text, the same argument everywhere. */
export const LocaleArg = (): ParameterDecorator =>
  Arg('locale', () => Locale, {
    nullable: true,
    description:
      'The language wanted: `es`. Left out: the first of the request’s Accept-Language that there is, else the original.',
  }) as ParameterDecorator;

/** The day that an answer is about, the same argument everywhere. */
export const AsOfArg = (): ParameterDecorator =>
  Arg('asOf', () => LocalDate, {
    nullable: true,
    description: 'The day that the answer is about: `2014-06-01`. Left out: today (UTC).',
  }) as ParameterDecorator;

/** Where a subscription begins, the same argument everywhere. */
export const AfterEventArg = (): ParameterDecorator =>
  Arg('after', () => String, {
    nullable: true,
    description:
      'Begin behind the event that has this cursor, or at a `feedCursor`: what was missed comes first. Left out: from now on.',
  }) as ParameterDecorator;
