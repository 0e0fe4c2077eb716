import { isIP } from 'node:net';
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

/** Texts with commas between them, each one of `values` where these are given. */
export function list(
  setting: Described & { default?: string; expected: string; values?: readonly string[] },
): Setting<readonly string[] | undefined> {
  return {
    ...setting,
    default: setting.default,
    parse: (value) => {
      const texts = value.split(',').map((text) => text.trim());
      return texts.every((text) => (setting.values ? setting.values.includes(text) : text !== '')) ? texts : undefined;
    },
  };
}

/** The address of an OpenID Connect issuer, kept to the letter: tokens repeat it so. */
export function issuerUrl(setting: Described): Setting<string | undefined> {
  return {
    ...setting,
    default: undefined,
    expected: 'an https address such as https://login.example.org/realms/cities',
    parse: (value) => (isIssuerUrl(value) && !value.includes('?') ? value : undefined),
  };
}

/** Whether keys may be asked for at this address: over https, so that nobody slips in their own, or on this machine. */
export function isIssuerUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, hash, username } = new URL(address);
  if (hash || username) return false;
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
}

/** A range of IP addresses, as CIDR writes it: 10.0.0.0/8. */
export interface Cidr {
  address: string;
  /** How many of its leading bits all addresses of the range share. */
  prefix: number;
  family: 'ipv4' | 'ipv6';
}

/** The range that a text names; undefined for none. */
export function parseCidr(text: string): Cidr | undefined {
  const [, address = '', bits = ''] = /^([\da-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const version = isIP(address);
  const prefix = Number(bits);
  if (version === 0 || prefix > (version === 6 ? 128 : 32)) return undefined;
  return { address, prefix, family: version === 6 ? 'ipv6' : 'ipv4' };
}

/** Ranges of IP addresses with commas between them. Default: none. */
export function cidrs(setting: Described): Setting<readonly Cidr[] | undefined> {
  return {
    ...setting,
    default: undefined,
    expected: 'ranges such as 10.0.0.0/8 or fd00::/8, with commas between them',
    parse: (value) => {
      const ranges = value.split(',').map((text) => parseCidr(text.trim()));
      return ranges.every((range) => range !== undefined) ? ranges : undefined;
    },
  };
}

/** The address of a website, without a slash at its end; a path is part of it. */
export function webAddress(setting: Described): Setting<string | undefined> {
  return {
    ...setting,
    default: undefined,
    expected: 'an address such as https://cities.example.org',
    parse: (value) => {
      if (!/^https?:$/.test(protocolOf(value))) return undefined;
      const { origin, pathname, search, hash, username } = new URL(value);
      return search || hash || username ? undefined : `${origin}${pathname.replace(/\/+$/, '')}`;
    },
  };
}

const POSTGRES_URL = 'postgresql://user:password@host:5432/database';

const isPostgresUrl = (value: string): boolean => /^postgres(ql)?:$/.test(protocolOf(value));

export function postgresUrl(setting: Described): Setting<string | undefined> {
  return {
    ...setting,
    default: undefined,
    secret: true,
    expected: `a URL such as ${POSTGRES_URL}`,
    parse: (value) => (isPostgresUrl(value) ? value : undefined),
  };
}

/** Databases, with commas between their URLs. Default: none. */
export function postgresUrls(setting: Described): Setting<readonly string[] | undefined> {
  return {
    ...setting,
    default: undefined,
    secret: true,
    expected: `URLs such as ${POSTGRES_URL}, with commas between them`,
    parse: (value) => {
      const urls = value.split(',').map((url) => url.trim());
      return urls.every(isPostgresUrl) ? urls : undefined;
    },
  };
}

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : '');
