import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/**
 * Compiles catalogs, `messages/en.json` and the like: texts in ICU MessageFormat become what Lingui's runtime puts
 * together, so that no parser is sent to browsers and nothing is compiled there.
 */
export const compiledMessages: Plugin = {
  name: 'compiled-messages',
  enforce: 'pre',
  transform(source, id) {
    if (!/\/messages\/[a-z]{2}\.json$/.test(id)) return null;
    const messages = JSON.parse(source) as Record<string, string>;
    const compiled = Object.entries(messages).map(([key, text]) => [key, compileMessage(text)]);
    return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
  },
};
