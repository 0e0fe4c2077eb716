import { execFileSync } from 'node:child_process';
import { transformSync } from 'esbuild';
import { asCurl, asTypeScript, graphiqlAddress } from './snippets';

const request = {
  query: 'query Q($name: String) {\n  a(b: "it\'s `${x}` \\\\d") # 城市\n}',
  variables: { name: "L'Aquila `$HOME`" },
  url: 'http://127.0.0.1:4000/graphql',
  locale: 'zh',
};
const body = { query: request.query, variables: request.variables };

test('curl gets the request through the shell as it is', () => {
  const script = `curl() { printf '%s\\0' "$@"; }\n${asCurl(request)}`;
  const parts = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0');
  expect(parts.slice(0, 5)).toEqual([request.url, '-H', 'content-type: application/json', '-H', 'accept-language: zh']);
  expect(JSON.parse(parts[6] ?? '')).toEqual(body);
});

test('TypeScript sends the same', async () => {
  const { code } = transformSync(asTypeScript(request), { loader: 'ts' });
  const sent: RequestInit[] = [];
  const send = async (_url: string, init: RequestInit) => {
    sent.push(init);
    return { json: async () => ({ data: {} }) };
  };
  const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
  await (new AsyncFunction('fetch', 'console', code) as (...of: unknown[]) => Promise<void>)(send, {
    log: () => undefined,
  });
  const written = JSON.parse(sent[0]?.body as string) as typeof body;
  expect({ ...written, query: written.query.trim() }).toEqual(body);
});

test('GraphiQL’s address carries query and variables', () => {
  const { searchParams } = new URL(graphiqlAddress(request), request.url);
  expect(searchParams.get('query')).toBe(request.query);
  expect(JSON.parse(searchParams.get('variables') ?? '')).toEqual(request.variables);
});
