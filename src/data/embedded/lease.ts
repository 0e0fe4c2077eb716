import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { InterurbanError, messageOf } from '../../errors';
import { give } from './account';
import type { Home } from './home';
import type { Answer, SupervisorOptions } from './protocol';

// How long a supervisor may take until it listens, in milliseconds.
const DEADLINE = 60_000;

/** The right to use the embedded PostgreSQL: it runs for as long as this process lives and has not ended its lease. */
export class Lease {
  private ended = false;

  private constructor(
    private readonly options: SupervisorOptions,
    private socket: net.Socket,
    readonly connection: pg.ClientConfig,
  ) {
    this.watch();
  }

  /**
   * Joins the users of a home; starts its supervisor if none runs.
   * @throws InterurbanError when PostgreSQL cannot start
   */
  static async take(options: SupervisorOptions): Promise<Lease> {
    const { socket, connection } = await join(options);
    return new Lease(options, socket, connection);
  }

  /** Ends the lease. When it was the last one, PostgreSQL has stopped before this resolves. */
  async end(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    if (this.socket.closed) return;
    const closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.ref().end();
    await closed;
  }

  /** The lease alone does not keep a process alive. When the supervisor is killed, another one takes its place. */
  private watch(): void {
    this.socket.unref();
    this.socket.once('close', () => {
      if (!this.ended) void this.renew();
    });
  }

  private async renew(): Promise<void> {
    try {
      this.socket = (await join(this.options)).socket;
      if (this.ended) this.socket.end();
      else this.watch();
    } catch (error) {
      process.emitWarning(
        `The supervisor of the embedded PostgreSQL ended and does not start again: ${messageOf(error)}`,
      );
    }
  }
}

interface Joined {
  socket: net.Socket;
  connection: pg.ClientConfig;
}

async function join(options: SupervisorOptions): Promise<Joined> {
  const deadline = Date.now() + DEADLINE;
  let supervisor = isSurelyIdle(options.home) ? spawnSupervisor(options) : undefined;
  for (let pause = 20; Date.now() < deadline; pause = Math.min(pause * 1.2, 500)) {
    const joined = await ask(options.home.supervisor);
    if (joined) return joined;
    if (supervisor?.exitCode) break; // It failed; one that finds another at work ends with 0.
    if (!supervisor || hasEnded(supervisor)) supervisor = spawnSupervisor(options);
    await delay(pause);
  }
  const message = `The embedded PostgreSQL did not start. The reason may be in ${logOf(options)}.`;
  throw new InterurbanError('EMBEDDED_DATABASE', message);
}

/** Becomes a user of the supervisor at the address; undefined when there is none, or it is about to end. */
function ask(address: string): Promise<Joined | undefined> {
  return new Promise((resolve, reject) => {
    let line = '';
    const socket = net.connect(address, () => socket.write('\n')).setEncoding('utf8');
    socket.on('error', () => undefined); // 'close' follows.
    socket.once('close', () => resolve(undefined));
    socket.on('data', (text: string) => {
      line += text;
      if (!line.endsWith('\n')) return;
      const answer = JSON.parse(line) as Answer;
      if ('error' in answer) reject(new InterurbanError('EMBEDDED_DATABASE', answer.error));
      else resolve({ socket, connection: answer.connection });
    });
  });
}

/** Told at once, so that a program that loads the rest of itself meanwhile has started the supervisor before. */
const isSurelyIdle = ({ supervisor }: Home): boolean => process.platform !== 'win32' && !fs.existsSync(supervisor);

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Starts a supervisor that outlives us, and that no signal of our terminal reaches. */
function spawnSupervisor(options: SupervisorOptions): ChildProcess {
  const program = path.join(__dirname, `supervisor${path.extname(__filename)}`);
  const log = fs.openSync(logOf(options), 'a', 0o600);
  give(logOf(options), options.home.account);
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    cwd: options.home.folder,
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  fs.closeSync(log);
  child.unref();
  return child;
}

const logOf = ({ home }: SupervisorOptions): string => path.join(home.folder, 'supervisor.log');
