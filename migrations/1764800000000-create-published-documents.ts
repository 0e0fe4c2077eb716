import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The documents that clients ask for by an id instead of sending them. */
export class CreatePublishedDocuments1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE published_document (
        id text PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 256),
        text text NOT NULL CHECK (text <> ''),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        published_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX published_document_sha256 ON published_document (sha256);
      COMMENT ON TABLE published_document IS 'Documents that clients ask for by id; a text never changes under its id.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE published_document');
  }
}
