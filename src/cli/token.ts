import { Option, type Command } from 'commander';
import { loadConfig } from '../config';
import { ConfigError, InterurbanError, wrongSetting } from '../errors';

interface Options {
  role: Role[];
  city?: string;
  network: string[];
  subject: string;
  expiresIn: string;
}

const ROLES = ['practitioner', 'manager', 'admin'] as const;
type Role = (typeof ROLES)[number];

/** In seconds. */
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const MAX_DAYS = 30;

export function register(program: Command): void {
  program
    .command('token')
    .description('print a token to try things out with, signed with a key in the data directory')
    .addOption(new Option('--role <role...>', 'what its bearer may do').choices(ROLES).makeOptionMandatory())
    .option('--city <slug>', 'the city that a practitioner acts for')
    .option('--network <slug...>', 'the networks that a manager keeps', [])
    .option('--subject <name>', 'who it is', 'demo')
    .option('--expires-in <time>', `how long it is valid: 30m, 8h, at most ${MAX_DAYS}d`, '8h')
    .addHelpText(
      'after',
      '\nExample: curl localhost:4000/graphql -H "authorization: Bearer $(npx interurban token --role practitioner --city copenhagen)" …' +
        '\n\nServers with the same data directory accept it while OIDC_ISSUER is not set: see docs/access.md.',
    )
    .action(print);
}

async function print({ role: roles, city, network: networks, subject, expiresIn }: Options): Promise<void> {
  const { dataDir, oidcIssuer } = loadConfig();
  if (oidcIssuer !== undefined)
    throw new ConfigError(
      wrongSetting('OIDC_ISSUER', 'no issuer: with one, servers accept its tokens alone', JSON.stringify(oidcIssuer)),
    );
  check('practitioner', roles, '--city', city !== undefined);
  check('manager', roles, '--network', networks.length > 0);
  const { signLocalToken } = require('../access/local-issuer') as typeof import('../access/local-issuer');
  const token = { roles, city, networks, subject, expiresIn: seconds(expiresIn) };
  console.log(await signLocalToken(dataDir, token));
}

/** A role and the option that says for whom go together. */
function check(role: Role, roles: readonly Role[], option: string, isGiven: boolean): void {
  if (roles.includes(role) === isGiven) return;
  const expected = isGiven ? `--role ${role} with ${option}` : `${option} with --role ${role}`;
  throw new InterurbanError('USAGE', `Expected ${expected}, but got none.`);
}

function seconds(time: string): number {
  const [, amount, unit = ''] = /^(\d{1,9})([smhd])$/.exec(time) ?? [];
  const value = Number(amount) * (UNITS[unit] ?? NaN);
  if (value > 0 && value <= MAX_DAYS * UNITS['d']!) return value;
  throw new InterurbanError(
    'USAGE',
    `--expires-in: expected a time such as 30m or 8h, of at most ${MAX_DAYS}d, got ${JSON.stringify(time)}`,
  );
}
