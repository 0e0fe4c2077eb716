import { Router } from 'express';
import sql from 'sql-template-tag';
import type { Logger } from 'pino';
import type { Database } from '../data/database';
import { messageOf } from '../errors';

/** `/healthz`: the process lives. `/readyz`: it can answer, for the database does. */
export function health(database: Database, logger: Logger, isStopping: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    try {
      if (isStopping()) throw new Error('the server is stopping');
      await database.rows(sql`SELECT 1`);
      response.json({ status: 'ready' });
    } catch (error) {
      logger.warn({ reason: messageOf(error) }, 'not ready');
      response.status(503).json({ status: 'not ready' });
    }
  });
  return router;
}
