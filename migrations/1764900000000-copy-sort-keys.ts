import type { MigrationInterface, QueryRunner } from 'typeorm';
import { copiesFrom, copyNames, sortKeyCopies } from './sql/sort-keys/copies';

/** What lists of a parent are ordered by, beside their parent's key: an index has both, so that a page of a long list is as cheap as of a short one. */
export class CopySortKeys1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sortKeyCopies);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, owner, columns, indexes } of copiesFrom) {
      await runner.query(`DROP TRIGGER copy_sort_keys_from_${owner} ON ${table}`);
      await runner.query(`DROP TRIGGER copy_sort_keys_to_${table} ON ${owner}`);
      for (const index of Object.keys(indexes)) await runner.query(`DROP INDEX ${index}`);
      for (const column of Object.keys(columns)) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    }
    for (const name of copyNames) await runner.query(`DROP FUNCTION ${name}()`);
  }
}
