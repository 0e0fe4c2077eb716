import type { SheetLocale } from '../../subgraphs/networks';
import { en } from './en';
import { es } from './es';
import type { Messages } from './messages';
import { zh } from './zh';

export type { Messages } from './messages';

export const messages: Readonly<Record<SheetLocale, Messages>> = { en, es, zh };
