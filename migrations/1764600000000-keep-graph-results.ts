import type { MigrationInterface, QueryRunner } from 'typeorm';
import { drops, tables } from './sql/graph-results/tables';

/** Results of graph analyses that were run elsewhere, attached to the version of the graph that they are of. */
export class KeepGraphResults1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(drops);
  }
}
