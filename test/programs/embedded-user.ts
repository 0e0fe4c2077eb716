import pg from 'pg';
import { startEmbedded } from '../../src/data/embedded';

/**
 * A program that uses the embedded database of the folder in its first argument. It tells what it has: a line of JSON when it
 * is up. It stops its use, and ends, when its standard input ends.
 */
async function main(): Promise<void> {
  const [dataDir = '', transport] = process.argv.slice(2);
  const { connection, stop } = await startEmbedded({ dataDir, transport: transport === 'tcp' ? 'tcp' : 'socket' });
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('SELECT pg_advisory_lock(1)');
  await client.query('CREATE TABLE IF NOT EXISTS starts (at timestamptz DEFAULT now())');
  await client.query('INSERT INTO starts DEFAULT VALUES');
  const { rows } = await client.query('SELECT count(*)::int AS starts FROM starts');
  await client.end();
  process.stdout.write(`${JSON.stringify({ connection, ...rows[0] })}\n`);
  process.stdin.resume().once('end', () => void stop());
}

void main();
