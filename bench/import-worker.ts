import pg from 'pg';
import { importGazetteer } from '../src/import/gazetteer';
import { importPackage } from '../src/import/import-package';

/** What the bench asks of a process: to import a data package or, without a folder, the gazetteer. */
export interface ImportTask {
  connection: pg.ClientConfig;
  folder?: string;
}

export interface ImportMeasurement {
  milliseconds: number;
  /** The most memory that the process had, in MB. */
  peak: number;
  /** How many cities are new. */
  created: number | undefined;
}

async function measure({ connection, folder }: ImportTask): Promise<ImportMeasurement> {
  const client = new pg.Client(connection);
  await client.connect();
  const start = performance.now();
  const { counts } = await (folder === undefined ? importGazetteer(client) : importPackage(client, folder));
  const milliseconds = performance.now() - start;
  await client.end();
  const created = counts.find(({ resource }) => resource === 'cities')?.created;
  return { milliseconds, peak: process.resourceUsage().maxRSS / 1024, created };
}

// An error ends the process with its stack.
process.once('message', (task: ImportTask) => {
  void measure(task).then((measurement) => process.send!(measurement, () => process.disconnect()));
});
