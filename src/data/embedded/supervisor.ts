import { EventEmitter, once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { InterurbanError, messageOf } from '../../errors';
import { give } from './account';
import { claim } from './claim';
import { Cluster } from './cluster';
import type { Answer, SupervisorOptions } from './protocol';

// How long a supervisor waits for its first user, in milliseconds.
const PATIENCE = 30_000;

/**
 * Runs the PostgreSQL of one home for as long as anyone uses it. A user is a process that holds a connection to the
 * supervisor's socket: the system closes it however that process ends. PostgreSQL starts at once, for whoever started the
 * supervisor is still loading its program and joins soon; with the last user it stops, and the supervisor ends.
 */
class Supervisor {
  private readonly server = net.createServer({ allowHalfOpen: true }, (socket) => this.meet(socket));
  private readonly sockets = new Set<net.Socket>();
  private readonly users = new Set<net.Socket>();
  /** Were users, and wait for PostgreSQL to stop if they were the last. */
  private readonly leavers = new Set<net.Socket>();
  private answer: Answer | undefined;
  /** Whoever started us has not joined yet: PostgreSQL starts for it all the same. */
  private expecting = true;
  private readonly arrivals = new EventEmitter();
  private settling = false;
  private ending = false;

  private readonly cluster: Cluster;
  private readonly pidFile: string;

  constructor(private readonly options: SupervisorOptions) {
    this.cluster = new Cluster(options.home, options.settings, options.overTcp);
    this.pidFile = path.join(options.home.folder, 'supervisor.pid');
  }

  /** Takes up the work, unless another supervisor does it already. */
  async run(): Promise<void> {
    if (!(await claim(this.server, this.options.home.supervisor))) return;
    this.signIn();
    process.once('SIGTERM', () => this.dismiss());
    setTimeout(() => this.stopExpecting(), PATIENCE).unref();
    await this.settle();
  }

  /** Writes down who the supervisor is. Whoever looks finds the one before or this one, whole. */
  private signIn(): void {
    const unfinished = `${this.pidFile}.new`;
    fs.rmSync(unfinished, { force: true });
    fs.writeFileSync(unfinished, `${process.pid}\n`);
    give(unfinished, this.options.home.account);
    fs.renameSync(unfinished, this.pidFile);
  }

  /** Someone has joined, or nobody is to come any more. */
  private stopExpecting(): void {
    this.expecting = false;
    this.arrivals.emit('first');
    void this.settle();
  }

  /** A process becomes a user with its first byte: one that only looks whether we live sends none. */
  private meet(socket: net.Socket): void {
    if (this.ending) return void socket.destroy();
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    socket.once('data', () => this.join(socket));
    socket.once('end', () => this.leave(socket));
    socket.on('error', () => this.leave(socket)); // It was killed.
  }

  private join(socket: net.Socket): void {
    this.users.add(socket);
    if (this.answer) tell(socket, this.answer);
    this.stopExpecting();
  }

  private leave(socket: net.Socket): void {
    if (!this.users.delete(socket)) return void socket.end();
    this.leavers.add(socket);
    void this.settle();
  }

  private dismiss(): void {
    for (const user of this.users) this.leave(user);
    this.stopExpecting();
  }

  /** Starts or stops PostgreSQL until what runs is what is wanted, which may change meanwhile. Without users it ends. */
  private async settle(): Promise<void> {
    if (this.settling || this.ending) return;
    this.settling = true;
    try {
      while (this.isWanted !== this.isRunning) await (this.isWanted ? this.start() : this.stop());
    } catch (error) {
      if (!(error instanceof InterurbanError)) console.error(error);
      if (this.expecting) await once(this.arrivals, 'first');
      for (const user of this.users) tell(user, { error: messageOf(error) });
      return this.end();
    }
    this.settling = false;
    for (const leaver of this.leavers) leaver.end();
    this.leavers.clear();
    if (!this.isWanted) this.end();
  }

  private get isWanted(): boolean {
    return this.expecting || this.users.size > 0;
  }

  private get isRunning(): boolean {
    return this.answer !== undefined;
  }

  private async start(): Promise<void> {
    const answer = { connection: await this.cluster.start() };
    this.answer = answer;
    for (const user of this.users) tell(user, answer);
  }

  private async stop(): Promise<void> {
    this.answer = undefined; // Who comes meanwhile must wait until it has started again.
    await this.cluster.stop();
  }

  /** Lets everyone go; the process ends when they have gone. Who has just come finds the door closed, and tries again. */
  private end(): void {
    this.ending = true;
    fs.rmSync(this.pidFile, { force: true });
    this.server.close();
    for (const socket of this.sockets) socket.end();
  }
}

const tell = (user: net.Socket, answer: Answer): void => void user.write(`${JSON.stringify(answer)}\n`);

process.title = 'interurban: embedded PostgreSQL';
void new Supervisor(JSON.parse(process.argv[2] ?? '') as SupervisorOptions).run();
