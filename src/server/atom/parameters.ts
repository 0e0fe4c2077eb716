import { CountryCode } from '../../graphql/scalars';
import { localeChain } from '../../data/locale';
import { Region } from '../../subgraphs/cities';
import { Sector } from '../../subgraphs/solutions';

/** What a feed is asked for, by the names of its address; what is not asked for is left out. */
export interface FeedParameters {
  sector?: Sector;
  region?: Region;
  country?: string;
  /** Slugs. */
  city?: string;
  network?: string;
  initiative?: string;
  text?: string;
  /** The language of titles and summaries, as a BCP 47 tag. */
  locale?: string;
  /** The cursor behind which this page begins. */
  after?: string;
}

/** An address that no feed has. Its message is one line for whoever wrote it. */
export class WrongParameter extends Error {
  /** @param expected in words that follow "Expected" and stand before "but got" */
  constructor(expected: string, got: string) {
    super(`Expected ${expected}, but got ${JSON.stringify(got.slice(0, 80))}.`);
  }
}

/** What a parameter takes, in words, and its value; undefined for one that is not as expected. */
type Reading<T> = readonly [expected: string, read: (text: string) => T | undefined];

const MAX_TEXT = 200;

const oneOf = <T extends string>(values: Record<string, T>): Reading<T> => [
  `one of ${Object.values(values).join(', ')}`,
  (text) => Object.values(values).find((value) => value === text.toUpperCase()),
];

const matching = (expected: string, pattern: RegExp): Reading<string> => [
  expected,
  (text) => (pattern.test(text) ? text : undefined),
];

const slugOf = (type: string) => matching(`the slug of ${type}`, /^[a-z0-9][a-z0-9-]{0,69}$/);

const readings: { readonly [Name in keyof FeedParameters]-?: Reading<FeedParameters[Name]> } = {
  sector: oneOf(Sector),
  region: oneOf(Region),
  country: ['the ISO 3166-1 alpha-2 code of a country', countryCode],
  city: slugOf('a city'),
  network: slugOf('a network'),
  initiative: slugOf('an initiative area'),
  text: [`a text of 1 to ${MAX_TEXT} characters`, (text) => (isText(text) ? text : undefined)],
  locale: ['a language tag such as "en" or "pt-BR"', locale],
  after: matching('the cursor that a feed’s link to its next page has', /^[\w-]+$/),
};

/** @throws WrongParameter for a parameter that there is none of, that is given twice, or has a value that nothing could match */
export function readParameters(search: URLSearchParams): FeedParameters {
  const found: Record<string, unknown> = {};
  for (const [name, text] of search) {
    if (!Object.hasOwn(readings, name))
      throw new WrongParameter(`a parameter that is one of ${Object.keys(readings).join(', ')}`, name);
    if (Object.hasOwn(found, name))
      throw new WrongParameter(`one value for "${name}"`, search.getAll(name).join(' and '));
    const [expected, read] = readings[name as keyof FeedParameters];
    const value = read(text);
    if (value === undefined) throw new WrongParameter(`${expected} for "${name}"`, text);
    found[name] = value;
  }
  return found;
}

function countryCode(text: string): string | undefined {
  try {
    return CountryCode.parseValue(text.toUpperCase()) as string;
  } catch {
    return undefined; // The scalar tells of its mistakes by throwing; the caller does so in other words.
  }
}

function locale(text: string): string | undefined {
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}$/.test(text) ? localeChain(text)[0] : undefined;
}

const isText = (text: string): boolean =>
  text.trim() !== '' && text.length <= MAX_TEXT && !/[\p{Cc}\p{Surrogate}]/u.test(text);
