/** The one address that all pages ask: the public API. */
export const ENDPOINT = '/graphql';

/** The same address, for the whole web and for subscriptions. */
export const endpointUrl = (): string => new URL(ENDPOINT, location.origin).href;
export const liveUrl = (): string => endpointUrl().replace(/^http/, 'ws');
