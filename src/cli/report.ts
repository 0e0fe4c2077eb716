import { isNativeError } from 'node:util/types';
import { InterurbanError } from '../errors';

/**
 * Tells on standard error why a command ended, which then has exit status 1: errors that the reader can mend by their message
 * alone, those that we did not foresee with their stack.
 */
export function report(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof InterurbanError) console.error(error.message);
  else console.error(isNativeError(error) ? (error.stack ?? error.message) : error);
}
