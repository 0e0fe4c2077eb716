import type { MigrationInterface, QueryRunner } from 'typeorm';
import { drops, tables } from './sql/former-city-keys/tables';

/** Former keys of cities: those of cities that turned out to be the same as another one. */
export class KeepFormerCityKeys1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(drops);
  }
}
