import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import type { Viewer } from '../access/viewer';
import type { Config } from '../config';
import { openDatabase } from '../data/connect';
import { runMigrations } from '../data/migrate';
import { InterurbanError } from '../errors';
import { GraphExporter } from '../export/graph/exporter';
import type { GraphFile } from '../export/graph/graph-file';
import { mergedSchema } from '../schema/merged';
import { inputType, readExportParameters } from '../server/exports/parameters';
import { openServices } from '../server/services';

export interface GraphOptions {
  /** A GraphFilter as JSON. Default: all collaborations. */
  filter?: string;
  isolates: boolean;
  /** With the figures that were computed elsewhere and attached. Default: without. */
  results?: boolean;
  /** With the eyes of an admin. Default: with everybody's. */
  all?: boolean;
}

const ADMIN: Viewer = {
  subject: 'export',
  issuer: 'interurban:cli',
  roles: ['ADMIN'],
  city: null,
  networks: [],
  expiresAt: Infinity,
};

/**
 * The graph of the configured database, beside a server that uses the same one, or without.
 * @throws InterurbanError for a filter that is none, with the API's code
 */
export async function openGraph(
  config: Config,
  { filter = '{}', isolates, results = false, all }: GraphOptions,
): Promise<{ graph: GraphFile; close: () => Promise<void> }> {
  const search = new URLSearchParams({ filter });
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closers.splice(0).reverse()) await each();
  };
  try {
    const parameters = readExportParameters(search, [], inputType(mergedSchema(), 'GraphFilter'));
    const { connection, stop } = await openDatabase(config);
    closers.push(stop);
    await runMigrations(connection);
    const logger = pino({ level: config.logLevel }, pino.destination(2));
    const { services, close: closeServices } = await openServices(connection, config, logger);
    closers.push(closeServices);
    const caller = { viewer: all === true ? ADMIN : null, locales: [] };
    const { file } = await new GraphExporter(services).prepare(
      { filter: parameters.filter, isolates, results },
      caller,
    );
    return { graph: file, close };
  } catch (error) {
    await close();
    if (!(error instanceof GraphQLError)) throw error;
    throw new InterurbanError(String(error.extensions['code']), `--filter: ${error.message}`, { cause: error });
  }
}
