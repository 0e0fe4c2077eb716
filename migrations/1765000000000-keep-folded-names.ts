import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldedNames, withoutFoldedNames } from './sql/sort-keys/folded-names';

/**
 * Names as lists are ordered by them, without accents and case. To fold one takes as long as to read a row, and an index on an expression
 * spares nobody that: its rows have the column, not the expression.
 */
export class KeepFoldedNames1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(foldedNames);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(withoutFoldedNames);
  }
}
