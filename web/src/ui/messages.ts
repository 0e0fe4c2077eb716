import { defineCatalog } from '../i18n/catalog';
import type en from './messages/en.json';

/** What the components say by themselves. */
export const messages = defineCatalog<typeof en>(import.meta.glob('./messages/*.json', { import: 'default' }));
