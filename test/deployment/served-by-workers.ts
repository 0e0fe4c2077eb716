import fs from 'node:fs';
import http from 'node:http';
import { codeOf } from '../../src/errors';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createDataFolder } from '../support/folders';
import { endProgram, startProgram, type Started } from '../support/program';
import { databaseUrl } from '../support/server-process';

/** `interurban serve --workers`, with real processes and a database of its own. */
export interface Served {
  server: Started;
  url: string;
  folder: string;
  database: TestDatabase;
  /** The processes that serve. */
  workers: () => number[];
}

/** Tests of it are for Linux: other systems do not list the children of a process so. */
export const linuxTest = process.platform === 'linux' ? test : test.skip;

/** Starts it for the tests of one file. */
export function useWorkers(count: number, settings: Record<string, string> = {}): Served {
  jest.setTimeout(120_000);
  const folder = createDataFolder();
  const served = { folder } as Served;
  beforeAll(async () => {
    served.database = await createTestDatabase();
    served.server = startProgram(['serve', '--workers', String(count)], {
      DATABASE_URL: databaseUrl(served.database.connection),
      INTERURBAN_DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      PORT: '0',
      SHUTDOWN_PERIOD: '200',
      ...settings,
    });
    served.url = await served.server.printed(/http:\/\/127\.0\.0\.1:\d+/);
  });
  afterAll(async () => {
    await endProgram(served.server.child, 'SIGKILL');
    await served.database.drop();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  served.workers = () => {
    const { pid } = served.server.child;
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return children.split(' ').filter(Boolean).map(Number);
  };
  return served;
}

/** The status of an answer on a new connection, or the code of what went wrong. Unlike fetch it does not try again. */
export const knock = (url: string): Promise<unknown> =>
  new Promise((resolve) => {
    const request = http.get(`${url}/healthz`, { agent: false }, (response) => resolve(response.resume().statusCode));
    request.once('error', (error) => resolve(codeOf(error)));
  });
