import { defineCatalog, useMessages } from '../i18n/catalog';
import type en from './messages/en.json';

const terms = defineCatalog<typeof en>(import.meta.glob('./messages/*.json', { import: 'default' }));

type Term = keyof typeof en;

/** The schema's enums that have words for their values. */
export type Termed = Term extends `${infer Enum}.${string}` ? Enum : never;

type ValueOf<Enum extends Termed> = Extract<Term, `${Enum}.${string}`> extends `${Enum}.${infer Value}` ? Value : never;

/** Says an enum's value of the API in the reader's language. */
export type Say = <Enum extends Termed>(of: Enum, value: ValueOf<Enum>) => string;

/** The words for values of the API: `say('Sector', solution.sector)`. */
export function useTerms(): Say {
  const t = useMessages(terms);
  return (of, value) => t(`${of}.${value}` as Term);
}
