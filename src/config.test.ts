import fs from 'node:fs';
import path from 'node:path';
import { loadConfig, settings } from './config';
import { ConfigError } from './errors';
import { settingsPage } from './settings-page';

const load = (env: Record<string, string>) => () => loadConfig(env);

test('every setting has a default, and an empty variable counts as unset', () => {
  const config = {
    port: 4000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDir: path.resolve('.interurban'),
    poolSize: 10,
    statementTimeout: 15_000,
    logLevel: 'info',
    sample: true,
    oidcIssuer: undefined,
    oidcAudience: undefined,
    oidcAlgorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    oidcRolesClaim: 'roles',
    oidcCityClaim: 'city',
    oidcNetworksClaim: 'networks',
    oidcPractitionerRole: 'practitioner',
    oidcManagerRole: 'network-manager',
    oidcAdminRole: 'admin',
  };
  expect(loadConfig({})).toMatchObject(config);
  expect(Object.keys(loadConfig({}))).toEqual(Object.keys(settings));
  expect(loadConfig({ PORT: '', DATABASE_URL: '', INTERURBAN_SAMPLE: '' })).toEqual(loadConfig({}));
  expect(Object.isFrozen(loadConfig({}))).toBe(true);
});

test('reads what the environment says', () => {
  const env = {
    PORT: '0',
    HOST: '::1',
    DATABASE_URL: 'postgresql://app@db.example/city',
    INTERURBAN_DATA_DIR: '/srv/interurban',
    DATABASE_POOL_SIZE: '3',
    STATEMENT_TIMEOUT: '0',
    LOG_LEVEL: 'WARN',
    INTERURBAN_SAMPLE: 'no',
    OIDC_ISSUER: 'https://login.example.org/',
    OIDC_AUDIENCE: 'cities, https://cities.example.org',
    OIDC_ALGORITHMS: 'ES256',
    OIDC_ROLES_CLAIM: 'realm_access.roles',
    OIDC_CITY_CLAIM: 'https://example.org/city',
    OIDC_NETWORKS_CLAIM: 'groups',
    OIDC_PRACTITIONER_ROLE: 'official',
    OIDC_MANAGER_ROLE: 'keeper',
    OIDC_ADMIN_ROLE: 'root',
  };
  expect(loadConfig(env)).toMatchObject({
    port: 0,
    host: '::1',
    databaseUrl: 'postgresql://app@db.example/city',
    dataDir: path.resolve('/srv/interurban'),
    poolSize: 3,
    statementTimeout: 0,
    logLevel: 'warn',
    sample: false,
    oidcIssuer: 'https://login.example.org/',
    oidcAudience: ['cities', 'https://cities.example.org'],
    oidcAlgorithms: ['ES256'],
    oidcRolesClaim: 'realm_access.roles',
    oidcCityClaim: 'https://example.org/city',
    oidcNetworksClaim: 'groups',
    oidcPractitionerRole: 'official',
    oidcManagerRole: 'keeper',
    oidcAdminRole: 'root',
  });
});

test.each(['abc', '65536', '-1', '4000.5', '0x10', ' '])('refuses PORT=%j', (PORT) => {
  expect(load({ PORT })).toThrow(
    new ConfigError(`PORT: expected a whole number from 0 to 65535, got ${JSON.stringify(PORT)}`),
  );
});

test('names every wrong setting, one a line, with what was expected and got', () => {
  const env = { PORT: 'abc', STATEMENT_TIMEOUT: '1h', LOG_LEVEL: 'loud', INTERURBAN_SAMPLE: 'maybe' };
  expect(load(env)).toThrow(
    new ConfigError([
      'PORT: expected a whole number from 0 to 65535, got "abc"',
      'STATEMENT_TIMEOUT: expected a whole number of milliseconds from 0 to 3600000, got "1h"',
      'LOG_LEVEL: expected one of trace, debug, info, warn, error, fatal, silent, got "loud"',
      'INTERURBAN_SAMPLE: expected true or false, got "maybe"',
    ]),
  );
});

test.each(['mysql://app:secret@db.example/city', 'app:secret@db.example', 'postgresql//app:secret@db'])(
  'refuses DATABASE_URL=%s without repeating its password',
  (url) => {
    const error = new ConfigError(
      'DATABASE_URL: expected a URL such as postgresql://user:password@host:5432/database, ' +
        'got something else (not shown, it may hold a password)',
    );
    expect(load({ DATABASE_URL: url })).toThrow(error);
  },
);

test.each([
  'login.example.org',
  'http://login.example.org',
  'https://user:secret@login.example.org',
  'https://login.example.org/?realm=cities',
  'file:///etc/passwd',
])('refuses OIDC_ISSUER=%s', (issuer) => {
  expect(load({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'cities' })).toThrow(/^OIDC_ISSUER: expected an https address/);
});

test('takes replicas beside their primary alone, and repeats no password', () => {
  const urls = ['postgresql://app:secret@a/city', 'postgres://app:secret@b/city'];
  const env = { DATABASE_URL: 'postgresql://app:secret@db/city', DATABASE_REPLICA_URLS: urls.join(', ') };
  expect(loadConfig(env).replicaUrls).toEqual(urls);
  expect(load({ DATABASE_REPLICA_URLS: urls.join() })).toThrow(
    new ConfigError('DATABASE_URL: expected the URL of the primary, with DATABASE_REPLICA_URLS, got none'),
  );
  expect(load({ ...env, DATABASE_REPLICA_URLS: `${urls.join()},mysql://app:secret@c/city` })).toThrow(
    new ConfigError(
      'DATABASE_REPLICA_URLS: expected URLs such as postgresql://user:password@host:5432/database, with commas between them, ' +
        'got something else (not shown, it may hold a password)',
    ),
  );
});

test('refuses an issuer without an audience: its tokens for other services would be accepted', () => {
  expect(load({ OIDC_ISSUER: 'https://login.example.org' })).toThrow(
    new ConfigError(
      'OIDC_AUDIENCE: expected one audience, or several with commas between them, with OIDC_ISSUER, got none',
    ),
  );
});

test.each(['HS256', 'none', 'RS256,HS256', 'rs256', 'RS256,'])('refuses OIDC_ALGORITHMS=%s', (algorithms) => {
  expect(load({ OIDC_ALGORITHMS: algorithms })).toThrow(/^OIDC_ALGORITHMS: expected some of RS256, .*, got/);
});

test('docs/settings.md is current: `npm run docs` writes it', () => {
  expect(fs.readFileSync(path.join(__dirname, '../docs/settings.md'), 'utf8')).toBe(settingsPage());
});

test('ranges of addresses are read, and what is none is refused', () => {
  expect(loadConfig({ WEBHOOK_ALLOWED_CIDRS: '10.0.0.0/8, fd00::/8' }).webhookAllowedCidrs).toEqual([
    { address: '10.0.0.0', prefix: 8, family: 'ipv4' },
    { address: 'fd00::', prefix: 8, family: 'ipv6' },
  ]);
  for (const wrong of ['10.0.0.1', '10.0.0.0/33', 'fd00::/129', 'intranet/8', '10.0.0.0/8,'])
    expect(load({ WEBHOOK_ALLOWED_CIDRS: wrong })).toThrow(
      `WEBHOOK_ALLOWED_CIDRS: expected ranges such as 10.0.0.0/8 or fd00::/8, with commas between them, got "${wrong}"`,
    );
});

test('the public address is one of the web, without a slash at its end', () => {
  expect(loadConfig({ PUBLIC_URL: 'https://cities.example.org/graph/' }).publicUrl).toBe(
    'https://cities.example.org/graph',
  );
  for (const wrong of ['cities.example.org', 'ftp://example.org', 'https://example.org/?a=1', 'https://me@example.org'])
    expect(load({ PUBLIC_URL: wrong })).toThrow('PUBLIC_URL: expected an address such as https://cities.example.org');
});
