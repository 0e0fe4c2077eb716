import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { raw, type Sql } from 'sql-template-tag';
import type { EntityReads, Joined, Readable, ReadColumn } from './entity-reads';
import { foresee } from './foresee';
import { subfields, type SelectionInfo } from './selection';

/** One joined target of a list's rows: its part of the statement and of each row. */
export class Join {
  readonly columns: readonly ReadColumn[];
  readonly alias: string;
  readonly reads: EntityReads;
  private readonly key: string;

  constructor(
    readonly field: string,
    { join, key }: Joined,
    private readonly owner: { reads: EntityReads; alias: string },
    nodes: readonly FieldNode[],
    info: SelectionInfo,
    locales: readonly string[],
  ) {
    this.reads = join();
    this.key = key;
    this.alias = `${owner.alias}_${field.toLowerCase()}`;
    const type = info.schema.getType(this.reads.type.name) as GraphQLObjectType;
    // Its id comes first: it tells whether there is a target.
    const { rowId } = this.reads;
    const others = this.reads.columnsFor(subfields(info, type, nodes), info, locales);
    this.columns = [rowId, ...others.filter((column) => column !== rowId)];
  }

  /** Goes behind the list's own FROM. */
  from(): Sql {
    const { owner, alias, reads } = this;
    return raw(
      ` LEFT JOIN ${reads.table} ${alias} ON ${alias}.id = ${owner.reads.column(this.key).sql(owner.alias).sql}`,
    );
  }

  /** The target in a row, whose columns begin at `offset`; null where the record refers to none. */
  target(row: readonly unknown[], offset: number): Readable | null {
    return row[offset] === null ? null : this.reads.instance(this.columns, row, offset);
  }
}

/** The records to join for the selected fields of rows with this alias. */
export function joinsFor(
  reads: EntityReads,
  alias: string,
  fields: readonly FieldNode[],
  info: GraphQLResolveInfo,
  locales: readonly string[],
): Join[] {
  return reads.joined.flatMap(([name, joined]) => {
    const nodes = fields.filter((field) => field.name.value === name);
    // What belongs to the target is read as that of a target which is read by itself.
    const isAlone = nodes.length > 0 && foresee(joined.join().type.name, nodes, info).length === 0;
    return isAlone ? [new Join(name, joined, { reads, alias }, nodes, info, locales)] : [];
  });
}
