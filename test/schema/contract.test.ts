import fs from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { printMergedSchema } from '../../src/schema/print';
import { notBuilt } from './not-built';

const file = process.env['INTERURBAN_CONTRACT'];
const name = 'the schema breaks nothing of the contract';

// What the removal of a root type is called in its second, pathless change.
const rootTypes: Record<string, string> = {
  SCHEMA_MUTATION_TYPE_CHANGED: 'Mutation',
  SCHEMA_SUBSCRIPTION_TYPE_CHANGED: 'Subscription',
};

async function breakingChanges(contract: string): Promise<{ path: string; message: string }[]> {
  const changes = await diff(buildSchema(contract), buildSchema(printMergedSchema()));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path, type, message }) => ({ path: path ?? rootTypes[type] ?? type, message }));
}

if (file) {
  test(`${name} (${file})`, async () => {
    const changes = await breakingChanges(fs.readFileSync(file, 'utf8'));
    const broken = changes.filter(({ path }) => !notBuilt.includes(path));
    expect(broken).toEqual([]);
    // The list tells no more than is true.
    const missing = new Set(changes.map(({ path }) => path));
    expect(notBuilt.filter((path) => !missing.has(path))).toEqual([]);
  });
} else {
  test.skip(`${name} (skipped: INTERURBAN_CONTRACT names no contract)`, () => undefined);
}

test('a breaking change is found', async () => {
  const contract = 'type Query { cities(first: Int, wanted: Int): Int, gone: Int }';
  const paths = (await breakingChanges(contract)).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['Query.gone', 'Query.cities.wanted', 'Query.cities']));
});
