import { serverAudits } from 'graphql-http';
import { servedSchema } from '../../src/schema/served';
import { useHttpWorld } from '../support/http';
import type { WorldOptions } from '../support/world';

const servers: [string, WorldOptions][] = [
  ['merged', {}],
  ['a slice', { schema: () => servedSchema(['networks']) }],
];

describe.each(servers)('GraphQL over HTTP: %s', (_name, options) => {
  const http = useHttpWorld(undefined, options);

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
});
