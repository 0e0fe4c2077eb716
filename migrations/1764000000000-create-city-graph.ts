import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tables } from './sql/city-graph/tables';
import { functions } from './sql/city-graph/functions';
import { indexes } from './sql/city-graph/indexes';
import { counters } from './sql/city-graph/counters';
import { drops } from './sql/city-graph/drops';

/** The city graph: everything that the first release keeps, with the rules that PostgreSQL itself upholds. */
export class CreateCityGraph1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const script of [functions, tables, indexes, counters]) await runner.query(script);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(drops);
  }
}
