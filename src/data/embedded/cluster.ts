import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { InterurbanError, messageOf } from '../../errors';
import { give } from './account';
import { findBinaries, program } from './binaries';
import type { Home } from './home';
import { findPostmaster, type Postmaster } from './postmaster';
import { isListening } from './protocol';

/** Settings of PostgreSQL, by their names in postgresql.conf. */
export type ServerSettings = Readonly<Record<string, string>>;

const USER = 'postgres';

// How long a server that is ready may take to answer, in milliseconds.
const PATIENCE = 5000;

/** The PostgreSQL of a home: its data, and the server on it. One process at a time may use it: the supervisor. */
export class Cluster {
  private readonly data: string;
  private readonly log: string;
  private readonly password: string;
  private programs: string | undefined;

  constructor(
    private readonly home: Home,
    private readonly settings: ServerSettings,
    /** Listen on 127.0.0.1 with a password, for want of Unix sockets. */
    private readonly overTcp: boolean,
  ) {
    this.data = path.join(home.folder, 'data');
    this.log = path.join(home.folder, 'postgres.log');
    this.password = path.join(home.folder, 'password');
  }

  /**
   * Starts the server, unless one runs already (an earlier supervisor was killed), and gives what a client needs.
   * @throws InterurbanError with PostgreSQL's own reason
   */
  async start(): Promise<pg.ClientConfig> {
    if (!fs.existsSync(path.join(this.data, 'PG_VERSION'))) await this.initialize();
    let impatient = Date.now() + PATIENCE;
    for (;;) {
      const server = findPostmaster(this.data);
      if (!server) await this.launch();
      else if (server.ready && (await answers(server))) return this.connection(server);
      else if (server.ready && Date.now() > impatient) {
        await this.stop(); // Its socket was removed.
        impatient = Date.now() + PATIENCE;
      } else await delay(20);
    }
  }

  /** Stops the server: transactions that are open are rolled back. */
  async stop(): Promise<void> {
    try {
      if (findPostmaster(this.data)) await this.control(['stop', '--mode=fast', '--timeout=60']);
    } catch (error) {
      if (findPostmaster(this.data)) throw error; // Else it was stopped by other means meanwhile.
    }
  }

  private get binaries(): string {
    return (this.programs ??= findBinaries(this.home));
  }

  private connection({ host, port }: Postmaster): pg.ClientConfig {
    const connection = { host, port, user: USER, database: 'postgres', ssl: false };
    return this.overTcp ? { ...connection, password: fs.readFileSync(this.password, 'utf8') } : connection;
  }

  /** Makes the data directory: all of it or, when that fails or is cut short, nothing. */
  private async initialize(): Promise<void> {
    const unfinished = `${this.data}.new`;
    fs.rmSync(unfinished, { recursive: true, force: true });
    fs.writeFileSync(this.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    give(this.password, this.home.account);
    // The builtin locale orders texts the same way on every machine, whatever its own locales are.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = [
      `--username=${USER}`,
      '--auth-local=trust',
      '--auth-host=scram-sha-256',
      `--pwfile=${this.password}`,
    ];
    const durability = this.settings['fsync'] === 'off' ? ['--no-sync'] : [];
    await this.run('initdb', [`--pgdata=${unfinished}`, ...locale, ...access, ...durability]);
    fs.appendFileSync(path.join(unfinished, 'postgresql.conf'), "\ninclude_if_exists = 'interurban.conf'\n");
    fs.renameSync(unfinished, this.data);
  }

  private async launch(): Promise<void> {
    await this.configure();
    // What a server that was killed has left: nobody else puts sockets here.
    for (const file of fs.readdirSync(this.home.run))
      if (file.startsWith('.s.PGSQL.')) fs.rmSync(path.join(this.home.run, file));
    for (let attempt = 1; ; attempt++) {
      fs.rmSync(this.log, { force: true });
      try {
        // After a crash it first reads its write-ahead log again: that may take a while.
        return await this.control(['start', '--timeout=600', `--log=${this.log}`]);
      } catch (error) {
        // When a server was killed, its backends live on for a moment.
        const isWaiting = messageOf(error).includes('pre-existing shared memory block') && attempt < 50;
        if (!isWaiting) throw error;
        await delay(100);
      }
    }
  }

  private async configure(): Promise<void> {
    const settings = {
      listen_addresses: this.overTcp ? '127.0.0.1' : '',
      port: String(this.overTcp ? await findFreePort() : 5432),
      unix_socket_directories: this.overTcp ? '' : this.home.run,
      unix_socket_permissions: '0700',
      ...this.settings,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`);
    const file = path.join(this.data, 'interurban.conf');
    fs.rmSync(file, { force: true });
    fs.writeFileSync(
      file,
      `# Written anew at every start; your own settings go into postgresql.conf.\n${lines.join('')}`,
    );
    give(file, this.home.account);
  }

  private control(args: string[]): Promise<void> {
    return this.run('pg_ctl', [...args, '--wait', '--silent', `--pgdata=${this.data}`]);
  }

  private async run(name: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
    const output = path.join(this.home.folder, `${name}.log`);
    const descriptor = fs.openSync(output, 'w', 0o600);
    const { account, folder } = this.home;
    // Not through a pipe: PostgreSQL inherits it from pg_ctl, and would hold it open.
    const child = spawn(program(this.binaries, name), args, {
      ...account,
      cwd: folder,
      env: environment(),
      stdio: ['ignore', descriptor, descriptor],
      windowsHide: true,
    });
    fs.closeSync(descriptor);
    const status = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
    if (status !== 0) throw this.failure(output);
    fs.rmSync(output);
  }

  private failure(output: string): InterurbanError {
    const told = fs.existsSync(this.log) ? this.log : output;
    const [, reason = 'it gave no reason'] = /(?:FATAL|PANIC|error): +(.+)/.exec(fs.readFileSync(told, 'utf8')) ?? [];
    return new InterurbanError('EMBEDDED_DATABASE', `The embedded PostgreSQL failed: ${reason}. More is in ${told}.`);
  }
}

const answers = ({ host, port }: Postmaster): Promise<boolean> =>
  isListening(path.isAbsolute(host) ? path.join(host, `.s.PGSQL.${port}`) : { host, port });

/** Ours, without what would lead PostgreSQL's programs elsewhere; messages in English. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

async function findFreePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
