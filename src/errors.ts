import { isNativeError } from 'node:util/types';

/**
 * An error that its reader can mend: a command prints its message alone, without a stack. Each line of the message says
 * what was expected, what was got and, where it is not plain, how to mend it.
 */
export class InterurbanError extends Error {
  /**
   * @param code stable and upper case: programs match on it, never on the message
   * @param message one line a problem, without secrets
   */
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** One or more settings are wrong. The message has one line for each, which begins with the setting's name. */
export class ConfigError extends InterurbanError {
  constructor(lines: string | readonly string[], options?: ErrorOptions) {
    super('CONFIG', typeof lines === 'string' ? lines : lines.join('\n'), options);
  }
}

/** The line for a wrong setting: `PORT: expected a whole number from 0 to 65535, got "abc"`. */
export const wrongSetting = (name: string, expected: string, got: string): string =>
  `${name}: expected ${expected}, got ${got}`;

/** What a caught value says, whatever was thrown. */
export const messageOf = (error: unknown): string => {
  if (!isNativeError(error)) return String(error);
  // Node tries every address of a host, and wraps the failures in an error without a message.
  if (error.message === '' && 'errors' in error) return (error.errors as unknown[]).map(messageOf).join('; ');
  return error.message;
};

/** The code of an error of the system or of PostgreSQL, such as ENOENT or 28P01. */
export const codeOf = (error: unknown): string | undefined =>
  isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
