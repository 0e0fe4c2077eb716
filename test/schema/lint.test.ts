import path from 'node:path';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { ESLint, type Linter } from 'eslint';
import { printMergedSchema, SCHEMA_FILE } from '../../src/schema/print';

const { configs, parser } = graphqlPlugin;

async function problems(sdl: string): Promise<string[]> {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.graphql'],
        plugins: { '@graphql-eslint': graphqlPlugin as unknown as ESLint.Plugin },
        languageOptions: {
          parser: parser as unknown as Linter.Parser,
          parserOptions: { graphQLConfig: { schema: sdl } },
        },
        rules: {
          ...configs['flat/schema-recommended'].rules,
          ...configs['flat/schema-relay'].rules,
          // Not every type is a node of the graph: pages, facets and positions have no id.
          '@graphql-eslint/strict-id-in-types': 'off',
          // Some lists only go forwards.
          '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
          // What is short is given whole, as a plain list, and so are the `nodes` beside `edges`. Records that are an account's
          // own are no nodes of the graph.
          '@graphql-eslint/relay-edge-types': [
            'error',
            { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
          ],
        } as unknown as Linter.RulesRecord,
      },
    ],
  });
  const results = await eslint.lintText(sdl, { filePath: path.join('schema', SCHEMA_FILE) });
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, ruleId }) => `${line} ${ruleId}: ${message}`),
  );
}

test('the schema passes the recommended rules of GraphQL ESLint, and those of Relay', async () => {
  expect(await problems(printMergedSchema())).toEqual([]);
});

test('the rules are in force', async () => {
  const found = await problems('type Query { a(after: String): aConnection } type aConnection { edges: Int }');
  expect(found.join('\n')).toMatch(/relay-connection-types|relay-arguments/);
  expect(found.join('\n')).toMatch(/naming-convention/);
});
