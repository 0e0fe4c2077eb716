import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { compose, type Subgraph } from '../../src/schema/compose';
import { createDataFolder } from './folders';
import { freePorts } from './free-ports';
import { endProgram } from './program';

const FEDERATION = path.join(__dirname, '../../federation');
const HIVE = path.join(FEDERATION, 'node_modules/@graphql-hive/gateway/dist/bin.js');

/** Hive Gateway, as `npm run federation` starts it, in front of any subgraphs. */
export class Gateway {
  /** Its GraphQL endpoint. */
  url: string;
  /** What it has logged. */
  readonly log: string[] = [];
  private child: ChildProcess;
  private folder: string;

  async start(subgraphs: readonly Subgraph[]): Promise<void> {
    this.folder = createDataFolder();
    const supergraph = path.join(this.folder, 'supergraph.graphql');
    fs.writeFileSync(supergraph, compose(subgraphs).sdl);
    const port = await freePorts(); // It tells no port that it took by itself.
    this.url = `http://127.0.0.1:${port}/graphql`;
    this.child = spawn(
      process.execPath,
      [HIVE, 'supergraph', '--hive-router-runtime', '--config-path', 'gateway.config.mjs'],
      {
        cwd: FEDERATION,
        env: { PATH: process.env['PATH'], SUPERGRAPH: supergraph, PORT: String(port), NO_COLOR: '1' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: this.child.stdout! }).on('line', (line) => {
        this.log.push(line);
        if (line.includes('Listening on')) resolve();
      });
      this.child.once('exit', () => reject(new Error(`The gateway ended: ${this.log.join('\n')}`)));
    });
  }

  async stop(): Promise<void> {
    await endProgram(this.child);
    fs.rmSync(this.folder, { recursive: true });
  }
}
