import { shellQuoted, templateQuoted, type Request } from './snippets';

/** A command for POSIX shells: events as Server-Sent Events, until it is ended. */
export function asLiveCurl({ query, variables, url, locale }: Request): string {
  return [
    `curl -N ${shellQuoted(url)}`,
    `-H 'accept: text/event-stream'`,
    `-H 'content-type: application/json'`,
    `-H 'accept-language: ${locale}'`,
    `-d ${shellQuoted(JSON.stringify({ query, variables }))}`,
  ].join(' \\\n  ');
}

/** A module for browsers, Deno, Bun and Node.js 22: WebSocket by graphql-ws, which comes back behind the last event. */
export function asLiveTypeScript({ query, variables, url, locale }: Request): string {
  return `import { createClient } from 'graphql-ws'; // npm install graphql-ws

const query = /* GraphQL */ \`
${templateQuoted(query)}
\`;

// Sent anew after a lost connection, with the last cursor: nothing is missed. Keep it to come back after a restart, too.
const variables: Record<string, unknown> = ${JSON.stringify(variables)};

const client = createClient({
  url: ${JSON.stringify(url.replace(/^http/, 'ws'))},
  connectionParams: { 'accept-language': '${locale}' },
  retryAttempts: Infinity,
  shouldRetry: () => true,
  on: {
    // Tells the cursor at which it begins, and later ones while there is no event.
    ping: (received, payload) => {
      if (received) variables.after = Object.values(payload?.cursors ?? {})[0] ?? variables.after;
    },
  },
});

for await (const { data, errors } of client.iterate<{ solutionShared: { cursor: string } }>({ query, variables })) {
  if (errors) throw new Error(errors[0].message);
  console.log(data);
  variables.after = data?.solutionShared.cursor;
}
`;
}
