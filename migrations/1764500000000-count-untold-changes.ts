import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['country', 'country_name', 'source'];

/**
 * Some changes have no event: those of countries and sources, to which nobody subscribes, and what an import writes of records that
 * nobody is told of. What keeps answers learns by a number that there were some. It has a table of its own, since whoever changes it
 * keeps its row locked until the end of the transaction: imports, which take turns.
 */
export class CountUntoldChanges1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
CREATE TABLE untold_change (
  single boolean PRIMARY KEY DEFAULT true CONSTRAINT untold_change_single_check CHECK (single),
  count bigint NOT NULL DEFAULT 0
);
INSERT INTO untold_change DEFAULT VALUES;

CREATE FUNCTION count_untold_change() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE untold_change SET count = count + 1;
  PERFORM pg_notify('event_appended', '');
END $$;

CREATE FUNCTION count_untold_change_of_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_untold_change();
  RETURN NULL;
END $$;
${TABLES.map(
  (table) => /* sql */ `
CREATE TRIGGER count_untold_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
FOR EACH STATEMENT EXECUTE FUNCTION count_untold_change_of_rows();`,
).join('')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TRIGGER count_untold_change ON ${table}`);
    await runner.query('DROP FUNCTION count_untold_change_of_rows(); DROP FUNCTION count_untold_change()');
    await runner.query('DROP TABLE untold_change');
  }
}
