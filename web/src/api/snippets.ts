import { ENDPOINT } from './endpoint';

/** A request to the API, to be shown to people who will send it themselves. */
export interface Request {
  query: string;
  variables: Record<string, unknown>;
  /** The endpoint's address. */
  url: string;
  /** The language of the answer's texts. */
  locale: string;
}

/** GraphiQL with this query in a tab, ready to be run. */
export function graphiqlAddress({ query, variables }: Pick<Request, 'query' | 'variables'>): string {
  const parameters = new URLSearchParams({ query });
  if (Object.keys(variables).length > 0) parameters.set('variables', JSON.stringify(variables, null, 2));
  return `${ENDPOINT}?${parameters}`;
}

export const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A command for POSIX shells. */
export function asCurl({ query, variables, url, locale }: Request): string {
  return [
    `curl ${shellQuoted(url)}`,
    `-H 'content-type: application/json'`,
    `-H 'accept-language: ${locale}'`,
    `-d ${shellQuoted(JSON.stringify({ query, variables }))}`,
  ].join(' \\\n  ');
}

/** What may stand between the backticks of a template literal. */
export const templateQuoted = (text: string): string => text.replace(/[`\\]|\$\{/g, '\\$&');

/** A module for Node.js, Deno, Bun or a browser, without any library. */
export function asTypeScript({ query, variables, url, locale }: Request): string {
  return `const query = /* GraphQL */ \`
${templateQuoted(query)}
\`;

const response = await fetch(${JSON.stringify(url)}, {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'accept-language': '${locale}' },
  body: JSON.stringify({ query, variables: ${JSON.stringify(variables)} }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors[0].message);
console.log(data);
`;
}
