/** @jest-config-loader esbuild-register */
import os from 'node:os';
import type { Config } from 'jest';

const config: Config = {
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/web/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  // As tsc compiles the sources: .swcrc says how.
  transform: { '\\.m?[jt]s$': '@swc/jest' },
  // Node requires ES modules by itself; jest wants them compiled.
  transformIgnorePatterns: [
    '/node_modules/(?!(?:sql-template-tag|jose|hyparquet|hyparquet-writer|d3-geo|d3-array|internmap)/)',
  ],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/.interurban/',
    '<rootDir>/federation/',
    '<rootDir>/examples/air-quality/',
    '<rootDir>/test/compatibility/',
    '<rootDir>/bench/peers/',
    '<rootDir>/bench/lighthouse/',
  ],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  // For a machine with little time for each: a test that waits in vain is told of late, one that is slow never. Longer where programs are started.
  testTimeout: 60_000,
  // Half of what a test takes is waiting for PostgreSQL or a browser: three at a time, also on two cores, where jest would run one.
  maxWorkers: Math.max(3, Math.floor(os.availableParallelism() / 2)),
  // A worker that has grown is replaced.
  workerIdleMemoryLimit: '2GB',
};

export default config;
