import type pg from 'pg';
import { signLocalToken } from '../../src/access/local-issuer';
import { freePorts } from './free-ports';
import { endProgram, startProgram, type Started } from './program';

/** `interurban serve` as a process of its own, which can be killed and started again at the same address. */
export class ServerProcess {
  private started: Started | undefined;
  private port = 0;

  /**
   * @param connection the database, whose tables are there
   * @param dataDir where the key for tokens is
   */
  constructor(
    private readonly connection: pg.ClientConfig,
    private readonly dataDir: string,
    private readonly settings: Record<string, string> = {},
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when it takes requests. */
  async start(): Promise<void> {
    this.port ||= await freePorts();
    this.started = startProgram(['serve'], {
      DATABASE_URL: databaseUrl(this.connection),
      INTERURBAN_DATA_DIR: this.dataDir,
      INTERURBAN_SAMPLE: 'false',
      LOG_LEVEL: 'warn',
      PORT: String(this.port),
      ...this.settings,
    });
    await this.started.printed(/:\d+\/graphql/);
  }

  /** Ends it without a chance to tidy up. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Ends it as a deploy does. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** A token of a practitioner of this city. */
  practitioner(city: string): Promise<string> {
    return signLocalToken(this.dataDir, {
      subject: city,
      roles: ['practitioner'],
      city,
      networks: [],
      expiresIn: 3600,
    });
  }

  /** The data of an operation without errors. */
  async ask(query: string, variables: object, token: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    if (errors) throw new Error(`Expected no errors, got ${JSON.stringify(errors)}`);
    return data;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this.started ?? {};
    this.started = undefined;
    await endProgram(child, signal);
  }
}

/** A database as DATABASE_URL names it; a folder for a host is that of a socket. */
export function databaseUrl({ host, port, user, password, database }: pg.ClientConfig): string {
  const url = new URL(`postgresql://localhost/${database}`);
  url.username = user ?? '';
  url.password = typeof password === 'string' ? password : '';
  if (host !== undefined) url.searchParams.set('host', host);
  if (port !== undefined) url.searchParams.set('port', String(port));
  return url.href;
}
