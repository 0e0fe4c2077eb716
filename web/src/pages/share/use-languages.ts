import { useFormat } from '../../i18n/format';
import type { Option } from '../../forms';

/** The languages that cities write in most; others come through the API. */
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'id', 'it', 'ja', 'ko', 'pt', 'ru', 'sw', 'tr', 'zh'];

/** Languages to write in, this one among them, as the reader's language calls and sorts them. */
export function useLanguages(locale: string): Option[] {
  const { language, compare } = useFormat();
  return [...new Set([...LANGUAGES, locale])]
    .map((tag) => ({ value: tag, text: language(tag) }))
    .sort((a, b) => compare(a.text, b.text));
}
