import path from 'node:path';

/** How a setting is read from the environment, and all that its documentation says. */
export interface Setting<T> {
  /** The environment variable. */
  name: string;
  /** What it takes, in words that follow "expected". */
  expected: string;
  /** The text it has when the variable is unset or empty; undefined where it then has no value. */
  default: string | undefined;
  description: string;
  /** True where the value may hold a password: it is then never repeated in a message. */
  secret?: boolean;
  /** The value of a text that is not empty, or undefined for one that is not as expected. */
  parse(text: string): T | undefined;
}

type Described = Pick<Setting<unknown>, 'name' | 'description'>;

export function wholeNumber(
  setting: Described & { default: number; from: number; to: number; unit?: string },
): Setting<number> {
  const { from, to, unit } = setting;
  return {
    ...setting,
    default: String(setting.default),
    expected: `a whole number ${unit === undefined ? '' : `of ${unit} `}from ${from} to ${to}`,
    parse: (text) => {
      const value = Number(text);
      return /^\d+$/.test(text) && value >= from && value <= to ? value : undefined;
    },
  };
}

export function flag(setting: Described & { default: boolean }): Setting<boolean> {
  const values = new Map([...pairs(['true', '1', 'yes'], true), ...pairs(['false', '0', 'no'], false)]);
  return {
    ...setting,
    default: String(setting.default),
    expected: 'true or false',
    parse: (text) => values.get(text.toLowerCase()),
  };
}

const pairs = <T>(texts: string[], value: T): [string, T][] => texts.map((text) => [text, value]);

export function oneOf<T extends string>(setting: Described & { default: T; values: readonly T[] }): Setting<T> {
  return {
    ...setting,
    expected: `one of ${setting.values.join(', ')}`,
    parse: (text) => setting.values.find((value) => value === text.toLowerCase()),
  };
}

export function text(setting: Described & { default: string; expected: string }): Setting<string> {
  return { ...setting, parse: (value) => value };
}

/** A folder; relative ones are taken from the working directory. */
export function folder(setting: Described & { default: string }): Setting<string> {
  return { ...setting, expected: 'a folder that can be written', parse: (value) => path.resolve(value) };
}

export function postgresUrl(setting: Described): Setting<string | undefined> {
  return {
    ...setting,
    default: undefined,
    secret: true,
    expected: 'a URL such as postgresql://user:password@host:5432/database',
    parse: (value) => (/^postgres(ql)?:$/.test(protocolOf(value)) ? value : undefined),
  };
}

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : '');
