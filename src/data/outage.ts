import { codeOf, messageOf } from '../errors';

// Classes of PostgreSQL's codes: no connection, too many of them, the server stops or starts; deadlocks and the like.
const SQL_STATES = /^(08...|53[34]00|57P0[1-5]|40...)$/;

const QUERY_CANCELED = '57014';

const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH', 'EAI_AGAIN']);

// pg has no codes for these.
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether the database could not be reached, or asks to be asked again: the same statement may well succeed in a moment. */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  return (code !== undefined && (SQL_STATES.test(code) || SYSTEM.has(code))) || MESSAGES.test(messageOf(error));
}

/** Whether PostgreSQL ended a statement before it was done: it took too long, or nobody waits for it any more. */
export const isTimeout = (error: unknown): boolean => codeOf(error) === QUERY_CANCELED;
