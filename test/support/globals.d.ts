import type { TestServer } from './server';

declare global {
  // Set up before the tests and torn down after them, in the same process.
  var testServer: TestServer | undefined;
}
