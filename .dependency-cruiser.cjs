// The dependency rule of docs/architecture.md: a room of src/ imports only rooms that stand below it.
const layers = [
  ['cli'],
  ['server'],
  ['import', 'export', 'fact-sheets'],
  ['schema', 'live'],
  ['subgraphs'],
  ['commands', 'webhooks'],
  ['access', 'events', 'insights'],
  ['data'],
  ['graphql', 'package'],
];

const tests = '\\.test\\.ts$';
const anyOf = (rooms) => `^src/(${rooms.join('|')})/`;

const downwards = layers.map((rooms, depth) => ({
  name: `${rooms.join('-and-')}-import-downwards`,
  comment: `${rooms.join(', ')} must not import from a room beside or above.`,
  severity: 'error',
  from: { path: `^src/(${rooms.join('|')})/`, pathNot: tests },
  to: { path: anyOf(layers.slice(0, depth + 1).flat()), pathNot: '^src/$1/' },
}));

module.exports = {
  forbidden: [
    ...downwards,
    {
      name: 'every-room-has-its-place',
      comment: 'A new folder of src/ belongs into the layers above.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: anyOf(layers.flat()) },
    },
    {
      name: 'the-ground-floor-stands-alone',
      comment: 'Files that lie directly in src/ are for every room, and so import none.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$', pathNot: tests },
      to: { path: '^src/[^/]+/' },
    },
    {
      name: 'subgraphs-meet-at-their-index',
      comment: 'A subgraph module imports another one only through its index.ts.',
      severity: 'error',
      from: { path: '^src/subgraphs/([^/]+)/', pathNot: tests },
      to: { path: '^src/subgraphs/[^/]+/', pathNot: ['^src/subgraphs/$1/', '^src/subgraphs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-circles',
      comment: 'Files do not need one another in a circle; types may, and so may the entities of subgraphs.',
      severity: 'error',
      from: { pathNot: '^src/subgraphs/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'What a migration does must not change when the code does.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { pathNot: [tests, '^test/'] },
      to: { path: [tests, '^test/'] },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'import', 'node', 'types', 'default'],
    },
  },
};
