import { ConfigError, wrongSetting } from './errors';
import {
  cidrs,
  flag,
  folder,
  issuerUrl,
  list,
  oneOf,
  postgresUrl,
  postgresUrls,
  text,
  webAddress,
  wholeNumber,
  type Setting,
} from './settings';

const ROLE = 'a role as the issuer calls it';
const CLAIM = 'the name of a claim, or the path to it with dots';

// No others: with a symmetric one, whoever can check a token could make one.
const ASYMMETRIC = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

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
  publicUrl: webAddress({
    name: 'PUBLIC_URL',
    description:
      'The address at which clients reach the server, for links. Default: as requests name it in feeds, else where it listens.',
  }),
  databaseUrl: postgresUrl({
    name: 'DATABASE_URL',
    description: 'The PostgreSQL (15 to 18) that keeps the data. Without it an embedded one starts.',
  }),
  replicaUrls: postgresUrls({
    name: 'DATABASE_REPLICA_URLS',
    description:
      'Streaming replicas of the PostgreSQL of DATABASE_URL, which answer queries in turn: see docs/replicas.md. Default: none.',
  }),
  replicaMaxLag: wholeNumber({
    name: 'DATABASE_REPLICA_MAX_LAG',
    from: 1_500,
    to: 3_600_000,
    unit: 'milliseconds',
    default: 10_000,
    description:
      'How old at most what a replica shows may be, in milliseconds; one that is further behind is not asked.',
  }),
  dataDir: folder({
    name: 'INTERURBAN_DATA_DIR',
    default: '.interurban',
    description:
      'Where the embedded PostgreSQL keeps its data (unless DATABASE_URL is set), and `interurban token` its key.',
  }),
  workers: wholeNumber({
    name: 'WORKERS',
    from: 1,
    to: 256,
    default: 1,
    description:
      'How many processes `interurban serve` runs on its port, up to one for each processor. Budgets are for all of them, other limits, ' +
      'pools and caches for each.',
  }),
  poolSize: wholeNumber({
    name: 'DATABASE_POOL_SIZE',
    from: 1,
    to: 1000,
    default: 10,
    description:
      'How many connections to PostgreSQL one process opens at most for reading, there and at each replica, and how many for writing.',
  }),
  statementTimeout: wholeNumber({
    name: 'STATEMENT_TIMEOUT',
    from: 0,
    to: 3_600_000,
    unit: 'milliseconds',
    default: 15_000,
    description: 'How long one SQL statement of a request may take, in milliseconds; 0 sets no limit.',
  }),
  costLimit: wholeNumber({
    name: 'COST_LIMIT',
    from: 0,
    to: 1_000_000_000,
    default: 50_000,
    description: 'What one operation may cost at most: see docs/limits.md. 0 sets no limit.',
  }),
  costBudget: wholeNumber({
    name: 'COST_BUDGET',
    from: 0,
    to: 1_000_000_000,
    default: 3_000_000,
    description:
      'What the operations of one caller may cost a minute, at all workers of a server: of one account, else of one address. 0 sets no limit.',
  }),
  filesPerCaller: wholeNumber({
    name: 'FILES_PER_CALLER',
    from: 0,
    to: 100_000,
    default: 10,
    description:
      'How many files (exports, feeds, fact sheets) one caller may be sent at a time, by each process. 0 sets no limit.',
  }),
  filesAtOnce: wholeNumber({
    name: 'FILES_AT_ONCE',
    from: 0,
    to: 100_000,
    default: 100,
    description: 'How many files one process sends at a time to all callers together. 0 sets no limit.',
  }),
  fileIdleTimeout: wholeNumber({
    name: 'FILE_IDLE_TIMEOUT',
    from: 0,
    to: 3_600_000,
    unit: 'milliseconds',
    default: 60_000,
    description: 'How long a client may take nothing of a file that it is sent, in milliseconds; 0 sets no limit.',
  }),
  maxTokens: wholeNumber({
    name: 'MAX_TOKENS',
    from: 100,
    to: 1_000_000,
    default: 5_000,
    description: 'How many tokens (names, numbers, brackets …) a document may have.',
  }),
  maxDocumentLength: wholeNumber({
    name: 'MAX_DOCUMENT_LENGTH',
    from: 0,
    to: 1_000_000,
    default: 100_000,
    description: 'How many characters a document may have. 0 sets no limit.',
  }),
  maxDepth: wholeNumber({
    name: 'MAX_DEPTH',
    from: 0,
    to: 1_000,
    default: 20,
    description: 'How deep the fields of a document may lie. 0 sets no limit.',
  }),
  maxRootFields: wholeNumber({
    name: 'MAX_ROOT_FIELDS',
    from: 0,
    to: 10_000,
    default: 50,
    description: 'How many fields an operation may select at its root. 0 sets no limit.',
  }),
  maxAliases: wholeNumber({
    name: 'MAX_ALIASES',
    from: 0,
    to: 10_000,
    default: 100,
    description: 'How many aliases a document may have. 0 sets no limit.',
  }),
  maxDirectives: wholeNumber({
    name: 'MAX_DIRECTIVES',
    from: 0,
    to: 10_000,
    default: 100,
    description: 'How many directives a document may have. 0 sets no limit.',
  }),
  production: flag({
    name: 'PRODUCTION',
    default: false,
    description: 'Whether to serve the public: no GraphiQL, and mistakes in documents come without suggestions.',
  }),
  introspection: flag({
    name: 'INTROSPECTION',
    default: true,
    description: 'Whether clients may ask for the schema. It is no secret: it is the manual of the API.',
  }),
  publishedDocumentsOnly: flag({
    name: 'PUBLISHED_DOCUMENTS_ONLY',
    default: false,
    description:
      'Whether only documents run that `interurban documents publish` has published: see docs/documents.md. GraphiQL is then off.',
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
  responseCacheBytes: wholeNumber({
    name: 'RESPONSE_CACHE_BYTES',
    from: 0,
    to: 68_719_476_736,
    default: 67_108_864,
    description:
      'How many bytes of answers to queries a process keeps until something changes that they are made of; 0 keeps none.',
  }),
  eventRetentionDays: wholeNumber({
    name: 'EVENT_RETENTION_DAYS',
    from: 0,
    to: 36_500,
    default: 30,
    description:
      'How many days events are kept for subscribers that come back; older ones are removed. 0 keeps them for ever.',
  }),
  liveQueueBytes: wholeNumber({
    name: 'LIVE_QUEUE_BYTES',
    from: 65_536,
    to: 1_073_741_824,
    default: 1_048_576,
    description:
      'How many bytes may wait for the reader of a WebSocket or an event stream; with more, its subscriptions end with SLOW_CONSUMER.',
  }),
  liveSubscriptions: wholeNumber({
    name: 'LIVE_SUBSCRIPTIONS',
    from: 1,
    to: 10_000,
    default: 100,
    description: 'How many operations may run on one WebSocket at a time.',
  }),
  liveConnectionsPerCaller: wholeNumber({
    name: 'LIVE_CONNECTIONS_PER_CALLER',
    from: 0,
    to: 1_000_000,
    default: 200,
    description:
      'How many WebSockets and event streams one caller may have open: by address, and by token where there is one. 0 sets no limit.',
  }),
  liveMessageBytes: wholeNumber({
    name: 'LIVE_MESSAGE_BYTES',
    from: 1_024,
    to: 104_857_600,
    default: 1_048_576,
    description: 'How long a message of a client over WebSocket may be, in bytes.',
  }),
  liveInitTimeout: wholeNumber({
    name: 'LIVE_INIT_TIMEOUT',
    from: 100,
    to: 60_000,
    unit: 'milliseconds',
    default: 5_000,
    description: 'How long a WebSocket may take to introduce itself (connection_init), in milliseconds.',
  }),
  livePingInterval: wholeNumber({
    name: 'LIVE_PING_INTERVAL',
    from: 100,
    to: 3_600_000,
    unit: 'milliseconds',
    default: 20_000,
    description:
      'How often WebSockets and event streams are pinged and idle subscriptions get a fresh cursor, in milliseconds.',
  }),
  trustedProxies: wholeNumber({
    name: 'TRUSTED_PROXIES',
    from: 0,
    to: 100,
    default: 0,
    description:
      'How many proxies stand before the server: so many entries of X-Forwarded-For are trusted, from the right.',
  }),
  shutdownPeriod: wholeNumber({
    name: 'SHUTDOWN_PERIOD',
    from: 0,
    to: 600_000,
    unit: 'milliseconds',
    default: 5_000,
    description:
      'Over which time a server that stops ends its WebSockets and event streams, so that clients do not all come back at once, in milliseconds.',
  }),
  oidcIssuer: issuerUrl({
    name: 'OIDC_ISSUER',
    description:
      'The OpenID Connect issuer whose tokens are accepted: see docs/access.md. Without one, those of `interurban token` are.',
  }),
  oidcAudience: list({
    name: 'OIDC_AUDIENCE',
    expected: 'one audience, or several with commas between them',
    description:
      'The audience that tokens must be made for: this server, as the issuer calls it. Needed with OIDC_ISSUER.',
  }),
  oidcAlgorithms: list({
    name: 'OIDC_ALGORITHMS',
    values: ASYMMETRIC,
    default: 'RS256,PS256,ES256,EdDSA',
    expected: `some of ${ASYMMETRIC.join(', ')}, with commas between them`,
    description: 'How tokens may be signed.',
  }),
  oidcRolesClaim: text({
    name: 'OIDC_ROLES_CLAIM',
    expected: CLAIM,
    default: 'roles',
    description: 'Where a token has its bearer’s roles, as a list or with spaces between them: `realm_access.roles`.',
  }),
  oidcCityClaim: text({
    name: 'OIDC_CITY_CLAIM',
    expected: CLAIM,
    default: 'city',
    description: 'Where a token has the slug of the city that a practitioner acts for.',
  }),
  oidcNetworksClaim: text({
    name: 'OIDC_NETWORKS_CLAIM',
    expected: CLAIM,
    default: 'networks',
    description:
      'Where a token has the slugs of the networks that a manager keeps, as a list or with spaces between them.',
  }),
  oidcPractitionerRole: text({
    name: 'OIDC_PRACTITIONER_ROLE',
    expected: ROLE,
    default: 'practitioner',
    description: 'The role of those who act for a city.',
  }),
  oidcManagerRole: text({
    name: 'OIDC_MANAGER_ROLE',
    expected: ROLE,
    default: 'network-manager',
    description: 'The role of those who keep networks.',
  }),
  oidcAdminRole: text({
    name: 'OIDC_ADMIN_ROLE',
    expected: ROLE,
    default: 'admin',
    description: 'The role of those who may do everything.',
  }),
  demoSignIn: flag({
    name: 'DEMO_SIGN_IN',
    default: true,
    description:
      'Whether the explorer signs in demo accounts; only ever on this machine alone, with the sample data in the embedded ' +
      'PostgreSQL, and without an issuer: see docs/access.md.',
  }),
  webhookAllowedCidrs: cidrs({
    name: 'WEBHOOK_ALLOWED_CIDRS',
    description:
      'Ranges of addresses that webhooks may be on though they are private or local, and without https: for intranets and tests.',
  }),
  webhookTimeout: wholeNumber({
    name: 'WEBHOOK_TIMEOUT',
    from: 100,
    to: 60_000,
    unit: 'milliseconds',
    default: 10_000,
    description: 'How long a webhook’s receiver may take to answer, in milliseconds.',
  }),
  webhookRetryPeriod: wholeNumber({
    name: 'WEBHOOK_RETRY_PERIOD',
    from: 0,
    to: 604_800,
    unit: 'seconds',
    default: 86_400,
    description: 'How long an event is tried again at a webhook that does not take it, in seconds; then it is dead.',
  }),
  webhookConcurrency: wholeNumber({
    name: 'WEBHOOK_CONCURRENCY',
    from: 0,
    to: 1000,
    default: 8,
    description: 'To how many webhooks this process delivers at a time; 0 leaves it to other processes.',
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
  const config = Object.fromEntries(Object.entries(settings).map(read)) as Config;
  if (config.oidcIssuer !== undefined && !env[settings.oidcAudience.name])
    wrong.push(wrongSetting(settings.oidcAudience.name, `${settings.oidcAudience.expected}, with OIDC_ISSUER`, 'none'));
  if (config.replicaUrls !== undefined && !env[settings.databaseUrl.name])
    wrong.push(wrongSetting(settings.databaseUrl.name, 'the URL of the primary, with DATABASE_REPLICA_URLS', 'none'));
  if (wrong.length > 0) throw new ConfigError(wrong);
  return Object.freeze(config);
}

const quote = (setting: Setting<unknown>, given: string): string =>
  setting.secret ? 'something else (not shown, it may hold a password)' : JSON.stringify(given);
