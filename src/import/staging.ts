import type { ClientBase } from 'pg';
import { stagingTable, type Resource } from '../package/resource';
import { resourceNamed, resources } from '../package/resources';
import { copyRows, type CopyRow } from './copy';
import { FileFindings, type Finding } from './findings';

/** What becomes of rows that are there already: they become what the file says, or only get what they lack. */
export type Existing = 'update' | 'fill';

/** A resource whose rows are being imported. */
export interface StagedResource {
  resource: Resource;
  existing: Existing;
  /** The fields that the file says something about. */
  present: readonly string[];
  findings: FileFindings;
}

/** The temporary tables of one import, in its transaction. */
export class Staging {
  /** What is doubtful about whole files. */
  readonly warnings: Finding[] = [];
  private readonly byName = new Map<string, StagedResource>();

  constructor(readonly client: ClientBase) {}

  /** Makes the table of what SQL finds wrong. */
  async open(): Promise<void> {
    await this.client.query(`
      CREATE TEMP TABLE import_problem
        (resource text, line integer, field text, value text, expected text, warning boolean) ON COMMIT DROP`);
  }

  /** What is imported, in the order in which it is merged. */
  get staged(): StagedResource[] {
    return resources.flatMap(({ name }) => this.byName.get(name) ?? []);
  }

  has(resource: string): boolean {
    return this.byName.has(resource);
  }

  /** Whether rows of it were left out, so that a reference to one of them need not be wrong. */
  isIncomplete(resource: string): boolean {
    return (this.byName.get(resource)?.findings.count ?? 0) > 0;
  }

  /**
   * Makes the table for the cells of a resource. It is there once in an import.
   * @param file what findings call it
   */
  async add(name: string, file: string, existing: Existing = 'update'): Promise<StagedResource> {
    const resource = resourceNamed(name);
    const staged = { resource, existing, present: [], findings: new FileFindings(file) };
    this.byName.set(name, staged);
    const cells = resource.fields.map((field) => `${field.name} text COLLATE "C"`);
    await this.client.query(
      `CREATE TEMP TABLE ${stagingTable.cells(name)} (line integer, ${cells.join(', ')}) ON COMMIT DROP`,
    );
    return staged;
  }

  /** Copies rows: the number of each, then its cells in the order of the resource's fields. */
  async copy({ resource }: StagedResource, rows: AsyncIterable<CopyRow> | Iterable<CopyRow>): Promise<void> {
    const columns = ['line', ...resource.fields.map(({ name }) => name)];
    await copyRows(this.client, stagingTable.cells(resource.name), columns, rows);
  }

  /**
   * When all cells are there: adds what the rules of the others count, without rows, and tells the planner how much
   * there is.
   */
  async complete(): Promise<void> {
    const companions = this.staged.flatMap(({ resource }) => resource.companions ?? []);
    for (const name of companions) if (!this.has(name)) await this.add(name, `${name}.csv`);
    for (const { resource } of this.staged) await this.client.query(`ANALYZE ${stagingTable.cells(resource.name)}`);
  }
}
