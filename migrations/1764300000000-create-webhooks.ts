import type { MigrationInterface, QueryRunner } from 'typeorm';
import { drops } from './sql/webhooks/drops';
import { tables } from './sql/webhooks/tables';

/** Webhooks: who is told of events by HTTP, and what became of that. */
export class CreateWebhooks1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(drops);
  }
}
