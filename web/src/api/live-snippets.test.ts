import { execFileSync } from 'node:child_process';
import { transformSync } from 'esbuild';
import type { ClientOptions } from 'graphql-ws';
import { asLiveCurl, asLiveTypeScript } from './live-snippets';

const request = {
  query: 'subscription S($text: String) {\n  a(b: "it\'s `${x}` \\\\d") # 城市\n}',
  variables: { text: "L'Aquila `$HOME`" },
  url: 'http://127.0.0.1:4000/graphql',
  locale: 'zh',
};

test('curl asks for a stream of events, through the shell as it is', () => {
  const script = `curl() { printf '%s\\0' "$@"; }\n${asLiveCurl(request)}`;
  const parts = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0');
  expect(parts.slice(0, 4)).toEqual(['-N', request.url, '-H', 'accept: text/event-stream']);
  expect(JSON.parse(parts[9] ?? '')).toEqual({ query: request.query, variables: request.variables });
});

test('TypeScript comes back where it began, then behind the last event', async () => {
  const code = asLiveTypeScript(request).replace(/^import .*$/m, '');
  const { code: script } = transformSync(code, { loader: 'ts', format: 'esm' });
  const seen: unknown[] = [];
  let payload: { query: string; variables: object } | undefined;
  const createClient = ({ on }: Required<Pick<ClientOptions, 'on'>>) => ({
    async *iterate(given: { query: string; variables: object }) {
      payload = given;
      on.ping?.(true, { cursors: { id: 'c0' } });
      on.ping?.(true, undefined);
      seen.push({ ...given.variables });
      yield { data: { solutionShared: { cursor: 'c1' } } };
      seen.push({ ...given.variables });
    },
  });
  const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
  const console = { log: () => undefined };
  await (new AsyncFunction('createClient', 'console', script) as (...of: unknown[]) => Promise<void>)(
    createClient,
    console,
  );
  expect(payload?.query.trim()).toBe(request.query);
  expect(seen).toEqual(['c0', 'c1'].map((after) => ({ ...request.variables, after })));
});
