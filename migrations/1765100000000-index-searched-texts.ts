import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchIndexes, withoutSearchIndexes } from './sql/search/indexes';

/**
 * What a search looks at is found by an index for each way of looking: by trigrams and by the beginning of the very columns and
 * expressions that it compares, and by characters, for scripts that are written without spaces.
 */
export class IndexSearchedTexts1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(searchIndexes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(withoutSearchIndexes);
  }
}
