import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tables } from './sql/writing/tables';
import { drops } from './sql/writing/drops';

/** What writing needs beside the graph: idempotency keys, and who changed what. */
export class CreateWriting1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(drops);
  }
}
