import { ConfigError, wrongSetting } from './errors';
import { flag, folder, oneOf, postgresUrl, text, wholeNumber, type Setting } from './settings';

/** Every setting. docs/settings.md is printed from this table. */
export const settings = {
  port: wholeNumber({
    name: 'PORT',
    from: 0,
    to: 65535,
    default: 4000,
    description: 'The port to listen on; 0 takes any free one.',
  }),
  host: text({
    name: 'HOST',
    expected: 'a host name or an IP address of this machine',
    default: '127.0.0.1',
    description: 'The address to listen on: 127.0.0.1 for this machine alone, 0.0.0.0 for every network it is in.',
  }),
  databaseUrl: postgresUrl({
    name: 'DATABASE_URL',
    description: 'The PostgreSQL (15 to 18) that keeps the data. Without it an embedded one starts.',
  }),
  dataDir: folder({
    name: 'INTERURBAN_DATA_DIR',
    default: '.interurban',
    description: 'Where the embedded PostgreSQL keeps its data. Unused with DATABASE_URL.',
  }),
  poolSize: wholeNumber({
    name: 'DATABASE_POOL_SIZE',
    from: 1,
    to: 1000,
    default: 10,
    description: 'How many connections to PostgreSQL one process opens at most.',
  }),
  statementTimeout: wholeNumber({
    name: 'STATEMENT_TIMEOUT',
    from: 0,
    to: 3_600_000,
    unit: 'milliseconds',
    default: 15_000,
    description: 'How long one SQL statement of a request may take, in milliseconds; 0 sets no limit.',
  }),
  logLevel: oneOf({
    name: 'LOG_LEVEL',
    values: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    default: 'info',
    description: 'What is logged: this level and the graver ones.',
  }),
  sample: flag({
    name: 'INTERURBAN_SAMPLE',
    default: true,
    description: 'Whether a server that starts on an empty database loads the sample data into it.',
  }),
} satisfies Record<string, Setting<unknown>>;

/** What the environment asks for, checked. */
export type Config = Readonly<{
  [Key in keyof typeof settings]: (typeof settings)[Key] extends Setting<infer T> ? T : never;
}>;

/** The environment variables, as process.env has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting from the environment. A variable that is empty counts as unset.
 * @throws ConfigError with one line for each wrong setting
 */
export function loadConfig(env: Environment = process.env): Config {
  const wrong: string[] = [];
  const read = ([key, setting]: [string, Setting<unknown>]): [string, unknown] => {
    const given = env[setting.name] || setting.default;
    if (given === undefined) return [key, undefined];
    const value = setting.parse(given);
    if (value === undefined) wrong.push(wrongSetting(setting.name, setting.expected, quote(setting, given)));
    return [key, value];
  };
  const config = Object.fromEntries(Object.entries(settings).map(read));
  if (wrong.length > 0) throw new ConfigError(wrong);
  return Object.freeze(config) as Config;
}

const quote = (setting: Setting<unknown>, given: string): string =>
  setting.secret ? 'something else (not shown, it may hold a password)' : JSON.stringify(given);
