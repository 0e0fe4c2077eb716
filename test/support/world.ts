import path from 'node:path';
import { PassThrough } from 'node:stream';
import {
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
  parse,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import pg from 'pg';
import { pino, type Logger } from 'pino';
import { scopeOf, type Viewer } from '../../src/access/viewer';
import { createContext, type Services } from '../../src/subgraphs/context';
import { Database } from '../../src/data/database';
import { QueryTexts } from '../../src/data/text/query-text';
import { loadConfig, type Environment } from '../../src/config';
import { importPackage } from '../../src/import/import-package';
import { servedSchema } from '../../src/schema/served';
import { PublishedDocuments } from '../../src/server/documents/published-documents';
import { GraphQLServer } from '../../src/server/graphql';
import { openServices } from '../../src/server/services';
import { createTestDatabase, type TestDatabase } from './database';
import { settled } from './event-log';
import { intercept } from './intercept';
import type { Replicated } from './replicated';
import { databaseUrl } from './server-process';

const WORLD = path.join(__dirname, '../fixtures/world');

/** An answer has whatever shape its document asks for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it without saying its type first
export type Json = any;

/** What comes with a document. */
export interface AskOptions {
  variables?: Record<string, unknown>;
  operationName?: string;
  /** The reader's languages, best first. */
  locales?: readonly string[];
  /** Who asks. Default: an anonymous caller. */
  viewer?: Viewer | null;
}

export interface WorldOptions {
  /** Connections to the database; with one, statements run in the same order in every run. Default: 4. */
  poolSize?: number;
  /** In milliseconds. Default: 10,000. */
  statementTimeout?: number;
  /** The folder of the data package with its rows; null for none. Default: test/fixtures/world. */
  data?: string | null;
  /** What is served. Default: the whole API. */
  schema?: () => GraphQLSchema;
  /** Settings of limits, and of what is told of the schema. Default: the defaults. */
  settings?: Environment;
  /** Whether each query is answered without resolvers, too, where it can be, and the texts compared. Default: true. */
  comparesTexts?: boolean;
  /** Whether the event log is followed, and events get their positions: those of the data before tests begin. Default: false. */
  followsLog?: boolean;
  /** The PostgreSQL with a replica that it reads from, for this world alone. Default: what all tests share. */
  replicated?: Replicated;
  /** How far the replica may be behind, in milliseconds. Default: 10,000. */
  replicaMaxLag?: number;
  /** The world whose database this one serves too, as another process would. Default: one of its own. */
  beside?: World;
}

/** A database with the rows of a data package, and the GraphQL server above it; everything but HTTP. */
export class World {
  services: Services;
  /** What the server has logged. */
  readonly log: Record<string, unknown>[] = [];
  /** The statements that the server has run. */
  readonly statements: string[] = [];
  /** Those that it took to write answers without resolvers. */
  readonly textStatements: string[] = [];
  readonly logger: Logger;
  apollo: GraphQLServer;
  testDatabase: TestDatabase;
  private closeServices: () => Promise<void>;

  constructor(private readonly options: WorldOptions = {}) {
    const lines = new PassThrough().on('data', (line: Buffer) => this.log.push(JSON.parse(line.toString()) as never));
    this.logger = pino({ level: 'info' }, lines);
  }

  async open(): Promise<void> {
    const { poolSize = 4, statementTimeout = 10_000, data = WORLD, followsLog = false, beside } = this.options;
    const { replicated, replicaMaxLag } = this.options;
    this.testDatabase =
      beside?.testDatabase ??
      (replicated ? { connection: replicated.primary, drop: () => Promise.resolve() } : await createTestDatabase());
    if (data !== null && !beside) await load(this.testDatabase.connection, data, followsLog);
    const replicaUrls = replicated && [databaseUrl(replicated.replica)];
    const options = { poolSize, statementTimeout, eventRetentionDays: 0, replicaUrls, replicaMaxLag };
    ({ services: this.services, close: this.closeServices } = await openServices(
      this.testDatabase.connection,
      options,
      this.logger,
    ));
    await this.services.replicas.start();
    if (followsLog) {
      await this.services.log.start();
      await settled(this, this.services.log);
    }
    intercept(this.database, (statement, run) => {
      this.statements.push(statement.text);
      return run();
    });
    const schema = (this.options.schema ?? servedSchema)();
    const config = loadConfig(this.options.settings ?? {});
    this.apollo = new GraphQLServer(schema, this.logger, config, new PublishedDocuments(this.database));
    await this.apollo.start();
  }

  async close(): Promise<void> {
    await this.apollo.stop();
    await this.closeServices();
    if (!this.options.beside) await this.testDatabase.drop();
  }

  get database(): Database {
    return this.services.database;
  }

  /** The data of an operation that is expected to have no error. */
  async ask(query: string, options: AskOptions = {}): Promise<Json> {
    const { data, errors } = await this.execute(query, options);
    if (errors) throw new Error(`Expected no errors, got ${JSON.stringify(errors, null, 2)}`);
    return data;
  }

  /** The errors of an operation that is expected to have some. */
  async fail(query: string, options: AskOptions = {}): Promise<readonly GraphQLFormattedError[]> {
    const { data, errors } = await this.execute(query, options);
    if (!errors) throw new Error(`Expected errors, got ${JSON.stringify(data)}`);
    return errors;
  }

  /** The answer to a query as it is written without resolvers; undefined where these are needed. */
  async text(
    query: string,
    { variables = {}, operationName, locales = [], viewer = null }: AskOptions = {},
  ): Promise<string | undefined> {
    const document = parse(query);
    const operation = getOperationAST(document, operationName)!;
    if (operation.operation !== OperationTypeNode.QUERY) return undefined;
    const { schema } = this.apollo;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    const database = Object.assign(new Database(this.database.pool), { maxNestedRows: this.database.maxNestedRows });
    intercept(database, (statement, run) => {
      this.textStatements.push(statement.text);
      return run();
    });
    const texts = new QueryTexts(schema, database);
    const body = await texts.of({ document, operation, variables: coerced!, locales, viewer: scopeOf(viewer) });
    return body?.toString();
  }

  async execute(
    query: string,
    { variables, operationName, locales = [], viewer = null }: AskOptions = {},
  ): Promise<{ data?: Json; errors?: readonly GraphQLFormattedError[] }> {
    const contextValue = createContext(this.services, { viewer, locales });
    const { body } = await this.apollo.executeOperation({ query, variables, operationName }, { contextValue });
    if (body.kind !== 'single') throw new Error('Expected an answer in one piece.');
    const result = body.singleResult;
    const { comparesTexts = true } = this.options;
    if (comparesTexts && !result.errors)
      await this.compareText(query, { variables, operationName, locales, viewer }, result.data);
    // As JSON, as a client gets it: without prototypes.
    return JSON.parse(JSON.stringify(result)) as { data?: Json; errors?: GraphQLFormattedError[] };
  }

  /** Every query that a test asks is answered in both ways: what is written without resolvers must be the same text. */
  private async compareText(query: string, options: AskOptions, data: Json): Promise<void> {
    const text = await this.text(query, options).catch(() => undefined);
    const expected = `${JSON.stringify({ data })}\n`;
    if (text !== undefined && text !== expected)
      throw new Error(`Expected the same without resolvers, got\n${text}\ninstead of\n${expected}`);
  }

  /** Rows of any SQL, changes among them. */
  async sql<R extends pg.QueryResultRow = Record<string, unknown>>(text: string, values?: unknown[]): Promise<R[]> {
    return (await this.database.pool.query<R>(text, values)).rows;
  }
}

/** A world for the tests of one file. */
export function useWorld(options?: WorldOptions): World {
  const world = new World(options);
  beforeAll(() => world.open());
  afterAll(() => world.close());
  return world;
}

/** @param isTold whether the log is to tell of what is loaded: else nobody gives its events positions, and the log begins empty */
async function load(connection: pg.ClientConfig, data: string, isTold: boolean): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { changed, problems } = await importPackage(client, data);
    if (!changed) throw new Error(`Expected a package without problems, got ${JSON.stringify(problems)}`);
    if (!isTold) await client.query('DELETE FROM event_inbox');
  } finally {
    await client.end();
  }
}
