import { Client, fetchExchange, mapExchange } from 'urql';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { Locale } from '../i18n/locale';
import { ENDPOINT } from './endpoint';
import { endSession } from './session';
import { updates } from './updates';

/** Written in when the pages are built: see web/build/cache-types.mts. */
declare const CACHE_TYPES: { possibleTypes: Record<string, string[]>; keyless: string[] };

/** What a request says of the reader: their language, and who they are. */
export function headersOf(locale: Locale, token: string | null): Record<string, string> {
  return { 'accept-language': locale, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
}

/** Root lists that pages read on with "Load more": each page that arrives is put behind those that are there. */
const paged = Object.fromEntries(
  ['actions', 'cities', 'collaborations', 'networks', 'search', 'solutions'].map((field) => [field, relayPagination()]),
);

const { possibleTypes, keyless } = CACHE_TYPES;
const keys = Object.fromEntries(keyless.map((type) => [type, () => null]));

/** A client for one reader: what it has read is kept once for each object, in the reader's language. */
export function createClient(locale: Locale, token: string | null): Client {
  return new Client({
    url: ENDPOINT,
    preferGetMethod: false,
    exchanges: [
      mapExchange({
        onError: ({ graphQLErrors }) => {
          const isRefused = graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED');
          if (isRefused && token !== null) endSession(token);
        },
      }),
      cacheExchange({ possibleTypes, keys, updates, resolvers: { Query: paged } }),
      fetchExchange,
    ],
    fetchOptions: { headers: headersOf(locale, token) },
  });
}
