import { serverAudits } from 'graphql-http';
import { useHttpWorld } from '../support/http';

const http = useHttpWorld();

// The address is known when the tests run.
const audits = serverAudits({
  url: 'http://127.0.0.1/graphql',
  fetchFn: (url: string, init?: RequestInit) => fetch(url.replace('http://127.0.0.1', http.url), init),
});

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (_id, _name, audit) => {
  const result = await audit.fn();
  // "warn" is advice that servers may leave; "error" is what the specification demands.
  expect(result).not.toMatchObject({ status: 'error' });
});
