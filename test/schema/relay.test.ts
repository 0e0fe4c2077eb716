import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { printMergedSchema } from '../../src/schema/print';
import { createDataFolder } from '../support/folders';

const COMPILER = require.resolve('relay-compiler/cli.js');
const COMPONENTS = path.join(__dirname, '../fixtures/relay');

let folder: string;
beforeEach(() => {
  folder = createDataFolder();
  fs.cpSync(COMPONENTS, path.join(folder, 'src'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'artifacts'));
  fs.writeFileSync(path.join(folder, 'schema.graphql'), printMergedSchema());
  const config = { src: './src', schema: './schema.graphql', artifactDirectory: './artifacts', language: 'javascript' };
  fs.writeFileSync(path.join(folder, 'relay.config.json'), JSON.stringify(config));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const compile = () => promisify(execFile)(process.execPath, [COMPILER, '--output', 'verbose'], { cwd: folder });

test('the Relay compiler takes the schema: connections, refetchable fragments, mutations on lists, subscriptions', async () => {
  await compile();
  const artifacts = fs.readdirSync(path.join(folder, 'artifacts')).map((file) => file.replace(/\.graphql\.js$/, ''));
  expect(artifacts.sort()).toEqual([
    'CityCardPeersQuery',
    'CityCardRefetchQuery',
    'CityCard_city',
    'CityCard_peers',
    'NetworkPageMembersQuery',
    'NetworkPageQuery',
    'NetworkPageSolutionsQuery',
    'NetworkPage_network',
    'NetworkPage_solutions',
    'SearchBoxPageQuery',
    'SearchBoxQuery',
    'SearchBoxShareMutation',
    'SearchBoxSubscription',
    'SearchBox_results',
  ]);
  // What is fetched again is fetched through `node`, as the Relay server specification says.
  expect(fs.readFileSync(path.join(folder, 'artifacts/CityCardRefetchQuery.graphql.js'), 'utf8')).toMatch(
    /node\(id: \$id\)/,
  );
});

test('it would refuse a page that does not tell whether there is more', async () => {
  const broken = printMergedSchema().replace('  hasNextPage: Boolean!', '  hasMore: Boolean!');
  fs.writeFileSync(path.join(folder, 'schema.graphql'), broken);
  await expect(compile()).rejects.toThrow(/hasNextPage/);
});
