import { defineCatalog } from '../i18n/catalog';
import type en from './messages/en.json';

export const messages = defineCatalog<typeof en>(import.meta.glob('./messages/*.json', { import: 'default' }));
