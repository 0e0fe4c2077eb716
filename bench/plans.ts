import fs from 'node:fs';
import path from 'node:path';
import { graphql } from 'graphql';
import type pg from 'pg';
import { pino } from 'pino';
import { acceptedLocales } from '../src/data/locale';
import { PROJECT_ROOT } from '../src/project-root';
import { mergedSchema } from '../src/schema/merged';
import { openServices } from '../src/server/services';
import { createContext, type Services } from '../src/subgraphs/context';
import { openBenchDatabase } from './database';
import { explain, scannedTables, type Explained, type PlanMode, type Statement } from './explain';
import { table } from './table';

const GOLDEN = path.join(PROJECT_ROOT, 'test/golden');
const WORLD = path.join(PROJECT_ROOT, 'test/fixtures/world');

/** Tables that grow with the data: no page of a list may read one of them from beginning to end. */
const LARGE = new Set([
  'city', 'membership', 'solution', 'solution_network', 'solution_translation', 'adoption', 'action', 'action_network',
  'collaboration', 'collaboration_participant', 'peer',
]); // prettier-ignore

/** What looks at all rows that fit, as it must, and so may read a whole table. */
const WHOLE = {
  totalCount: /^SELECT \S+ x\.\* FROM .*\(SELECT count\(\*\) FROM|^SELECT count\(\*\) FROM/s,
  facets: /^SELECT .*\(SELECT value, min\(label\), count\(\*\)/s,
  'sums over some of a city’s collaborations': /\) peer\b/,
  search: /word_similarity\(/,
  'figures over all reports': /^\s*WITH RECURSIVE report AS/,
  'figures over all adoptions': /extract\(year FROM a\.adopted_on\)/,
  'the cities that a graph is limited to': /^SELECT c\.id FROM city c WHERE (?!c\.slug =)/,
  'full text': /solution_document\(|d\.title \|\| ' '/,
};

/** One plan of one statement of a golden operation. */
export interface StatementPlan extends Explained {
  operation: string;
  mode: PlanMode;
  text: string;
  /** Why the statement may read whole tables. */
  whole: string | undefined;
  /** Large tables that it reads from beginning to end. */
  scanned: string[];
}

/**
 * The plans of all statements that the golden operations run on a database with the rows of test/fixtures/world among many others.
 * @param analyze whether to execute the statements once more, for their times
 */
export async function planGoldenOperations(connection: pg.ClientConfig, analyze: boolean): Promise<StatementPlan[]> {
  const options = { poolSize: 1, statementTimeout: 60_000, eventRetentionDays: 0 };
  const { services, close } = await openServices(connection, options, pino({ level: 'silent' }));
  const plans: StatementPlan[] = [];
  try {
    for (const file of fs.readdirSync(GOLDEN).filter((name) => name.endsWith('.graphql'))) {
      const statements = await record(services, fs.readFileSync(path.join(GOLDEN, file), 'utf8'));
      const client = await services.database.pool.connect();
      for (const statement of statements) {
        const whole = Object.entries(WHOLE).find(([, form]) => form.test(statement.text))?.[0];
        for (const mode of ['custom', 'generic'] as const) {
          const explained = await explain(client, statement, mode, analyze);
          const scanned = scannedTables(explained.plan).filter((name) => LARGE.has(name));
          plans.push({ ...explained, operation: file, mode, text: statement.text, whole, scanned });
        }
      }
      client.release();
    }
  } finally {
    await close();
  }
  return plans;
}

/** The statements that an operation runs. */
async function record(services: Services, source: string): Promise<Statement[]> {
  const [, languages] = /^# Accept-Language: (.*)$/m.exec(source) ?? [];
  const statements: Statement[] = [];
  const { database } = services;
  const recording = Object.create(database, {
    rows: {
      value: (statement: Parameters<typeof database.rows>[0]) => {
        statements.push({ text: statement.text, values: statement.values });
        return database.rows(statement);
      },
    },
  }) as typeof database;
  const contextValue = createContext(
    { ...services, database: recording },
    { viewer: null, locales: acceptedLocales(languages) },
  );
  const { errors } = await graphql({ schema: mergedSchema(), source, contextValue });
  if (errors?.[0]) throw errors[0];
  return statements;
}

/** Plans that must not be: large tables read from beginning to end for a page of a list. */
export const forbidden = (plans: readonly StatementPlan[]): StatementPlan[] =>
  plans.filter(({ whole, scanned }) => whole === undefined && scanned.length > 0);

// Statements that take longer than this, in ms, are shown.
const SLOW = 10;

/** `bench plans`: plans and times of the statements that read whole tables, or are slow. */
export async function run(): Promise<void> {
  console.error('Generating 13,000 cities and what they do …');
  const database = await openBenchDatabase(1, WORLD);
  try {
    const plans = await planGoldenOperations(database.connection, true);
    const shown = plans.filter(({ scanned, executionTime = 0 }) => scanned.length > 0 || executionTime > SLOW);
    const rows = shown.map(({ operation, mode, text, whole = '', scanned, executionTime = 0 }) => [
      operation.replace('.graphql', ''),
      mode,
      executionTime.toFixed(1),
      whole,
      scanned.join(', '),
      text.replace(/\s+/g, ' ').slice(0, 90),
    ]);
    console.log(table(['operation', 'plan', 'ms', 'looks at all', 'reads whole', 'statement'], rows));
    const wrong = forbidden(plans).length;
    console.log(`\n${plans.length / 2} statements, ${wrong} plans that read a large table whole for a page of a list.`);
    if (wrong > 0) process.exitCode = 1;
  } finally {
    await database.drop();
  }
}
