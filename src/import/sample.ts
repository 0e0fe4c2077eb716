import pg from 'pg';
import type { Logger } from 'pino';
import { InterurbanError } from '../errors';
import { importPackage } from './import-package';

/**
 * Loads the sample data into a database that is empty. Of two servers that start at the same time, the second one finds
 * every row there already.
 * @throws InterurbanError where the package has problems: it is part of the program, so that is a fault of ours
 */
export async function loadSample(connection: pg.ClientConfig, folder: string, logger: Logger): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { changed, problems, counts } = await importPackage(client, folder);
    if (!changed)
      throw new InterurbanError('SAMPLE', `Expected sample data without problems, got ${JSON.stringify(problems[0])}`);
    if (counts.some(({ created }) => created > 0)) logger.info('loaded the sample data');
  } finally {
    await client.end();
  }
}
