/**
 * The rooms of the house and who may enter which (docs/architecture.md): dependencies point downwards only.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const room = (name) => `^src/${name}/`;

/** A room may depend on those named, on itself, and on the files beside the rooms. */
const mayUse = (name, ...others) => ({
  name: `${name}-points-downwards`,
  comment: `src/${name} may use ${others.join(', ') || 'no other room'}: dependencies point downwards only.`,
  severity: 'error',
  from: { path: room(name), pathNot: '\\.test\\.ts$' },
  to: { path: '^src/[^/]+/', pathNot: [name, ...others].map(room) },
});

module.exports = {
  forbidden: [
    mayUse('graphql'),
    mayUse('data', 'graphql'),
    mayUse('subgraphs', 'data', 'graphql'),
    mayUse('schema', 'subgraphs', 'data', 'graphql'),
    mayUse('package'),
    mayUse('import', 'package', 'data'),
    mayUse('export', 'package', 'data'),
    mayUse('server', 'schema', 'subgraphs', 'import', 'data', 'graphql'),
    mayUse('cli', 'server', 'schema', 'import', 'export', 'data'),
    {
      name: 'subgraphs-through-their-index',
      comment: 'A subgraph imports another one only through its index.ts.',
      severity: 'error',
      from: { path: '^src/subgraphs/([^/]+)/' },
      to: { path: '^src/subgraphs/[^/]+/', pathNot: ['^src/subgraphs/$1/', '^src/subgraphs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-circular-files',
      comment:
        'Files outside of the subgraphs do not import in circles. Subgraphs refer to one another, as their types do.',
      severity: 'error',
      from: { pathNot: '^src/subgraphs/' },
      to: { circular: true, viaOnly: { pathNot: '^src/subgraphs/' } },
    },
    {
      name: 'declared-packages',
      comment: 'What is imported is in package.json.',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
