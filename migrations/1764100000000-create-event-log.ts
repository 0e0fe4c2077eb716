import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tables } from './sql/event-log/tables';
import { guards } from './sql/event-log/guards';
import { functions } from './sql/event-log/functions';
import { drops } from './sql/event-log/drops';

/** The event log: what has happened, in order, never changed. */
export class CreateEventLog1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const script of [tables, guards, functions]) await runner.query(script);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(drops);
  }
}
