/** @jest-config-loader esbuild-register */
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
  ],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testTimeout: 20_000,
};

export default config;
