import type { ClientBase, Pool } from 'pg';
import { resources } from '../package/resources';

/** Whether no table that an import fills has a row. */
export async function databaseIsEmpty(database: ClientBase | Pool): Promise<boolean> {
  const filled = resources.map(({ table }) => `EXISTS (SELECT FROM ${table})`);
  const { rows } = await database.query<{ empty: boolean }>(`SELECT NOT (${filled.join(' OR ')}) AS empty`);
  return rows[0]!.empty;
}
