import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few solutions that are not for everybody: graphs leave their adoptions out, and ask for them each time. */
export class IndexClosedSolutions1764750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX solution_closed_idx ON solution (id) WHERE NOT (visibility = 'PUBLIC' AND status <> 'DRAFT')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX solution_closed_idx');
  }
}
