import { isObjectType, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import { Children } from './children';
import type { EntityReads, Readable, ReadColumn } from './entity-reads';
import { fieldKey } from './field-key';
import { foresee, type Intent } from './foresee';
import type { Join } from './join';
import { KeyPlan } from './key-plan';
import type { List, ListArgs } from './list';
import { ListPlan } from './list-plan';
import { ListSelection } from './list-selection';
import { scopeKey, type Scope } from './scope';
import { subfields } from './selection';
import { keptForSelection } from './selection-cache';

/** How many rows the statement of a root field may still bring; what it cannot bring is read level by level. */
interface Budget {
  rows: number;
}

/** What rows have without what belongs to them. */
interface Own {
  columns: readonly ReadColumn[];
  /** Default: none. */
  joins?: readonly Join[];
}

/** How much of what belongs to a root field is planned with it, in rows as the sizes of pages count them. */
export interface PlanLimits {
  /** What is more than this is not: it is read when its fields are resolved. */
  all: number;
  /** A field of more rows is read apart, by a statement of its own; one of fewer by that of the rows it belongs to. */
  together: number;
}

/** Plans how fields are read: by which statements, and what these bring together. */
export class Planner {
  private readonly key: string;

  constructor(
    private readonly locales: readonly string[],
    private readonly viewer: Scope,
    private readonly limits: PlanLimits,
  ) {
    this.key = `${locales.join()} ${scopeKey(viewer)} ${limits.all} ${limits.together}`;
  }

  list<T extends Readable, A extends ListArgs>(list: List<T, A>, args: A, info: GraphQLResolveInfo): ListPlan<T, A> {
    const isRoot = isRootField(info);
    const key = isRoot ? `${this.key} ${args.page.first ?? ''} ${args.page.last ?? ''}` : this.key;
    const selection = keptForSelection(info, key, () => {
      const selection = new ListSelection(list, info, this.locales);
      const { size } = new ListPlan(list, args, selection, this.viewer).page;
      if (isRoot) selection.children = this.affordable(selection.node, selection, selection.nodeFields, size, info);
      return selection;
    });
    return new ListPlan(list, args, selection, this.viewer);
  }

  /** @param fields those that hold the selection of the objects, where it is not the field itself */
  byKey<T extends Readable>(
    reads: EntityReads<T>,
    property: string,
    info: GraphQLResolveInfo,
    fields: readonly FieldNode[],
  ): KeyPlan<T> {
    return keptForSelection(info, `${this.key} ${reads.type.name} ${property}`, () => {
      const plan = this.newKeyPlan(reads, property, info, fields);
      if (isRootField(info) && fields === info.fieldNodes)
        plan.children = this.affordable(reads, plan, [fields], 1, info);
      return plan;
    });
  }

  private newKeyPlan<T extends Readable>(
    reads: EntityReads<T>,
    property: string,
    info: GraphQLResolveInfo,
    fields: readonly FieldNode[],
  ): KeyPlan<T> {
    const type = info.schema.getType(reads.type.name);
    const selected = isObjectType(type) ? subfields(info, type, fields) : [];
    return new KeyPlan(reads, property, reads.columnsFor(selected, info, this.locales), this.viewer);
  }

  /** What one statement reads together with so many objects of a root field; nothing where this could be too much for one. */
  private affordable(
    reads: EntityReads,
    own: Own,
    fields: readonly (readonly FieldNode[])[],
    rows: number,
    info: GraphQLResolveInfo,
  ): Children | undefined {
    const budget = { rows: this.limits.all - rows };
    const children = this.children(reads, own, fields, rows, info, budget);
    return budget.rows < 0 ? undefined : children;
  }

  private children(
    reads: EntityReads,
    { columns, joins = [] }: Own,
    fields: readonly (readonly FieldNode[])[],
    rows: number,
    info: GraphQLResolveInfo,
    budget: Budget,
  ): Children | undefined {
    const found = fields.flatMap((nodes) => foresee(reads.type.name, nodes, info));
    return Children.of(
      columns,
      found.flatMap(({ intent, info, isWhole }) => {
        if (budget.rows < 0 || joins.some(({ field }) => field === info.fieldName)) return [];
        try {
          const { plan, size } = this.child(intent, info, rows, budget);
          const isApart = size > this.limits.together;
          return [{ field: fieldKey(info.fieldNodes), key: intent.key, plan, isWhole, isApart }];
        } catch {
          return []; // A wrong page or cursor: the field itself will tell.
        }
      }),
    );
  }

  /** The plan of a field below so many rows, and how many it brings. */
  private child(
    intent: Intent,
    info: GraphQLResolveInfo,
    rows: number,
    budget: Budget,
  ): { plan: ListPlan | KeyPlan; size: number } {
    if (intent.kind === 'row') {
      budget.rows -= rows;
      const plan = this.newKeyPlan(intent.reads, 'rowId', info, info.fieldNodes);
      plan.children = this.children(intent.reads, plan, [info.fieldNodes], rows, info, budget);
      return { plan, size: rows };
    }
    const selection = new ListSelection(intent.list, info, this.locales);
    const plan = new ListPlan(intent.list, intent.args, selection, this.viewer);
    const size = rows * plan.page.size;
    budget.rows -= size;
    selection.children = this.children(selection.node, selection, selection.nodeFields, size, info, budget);
    return { plan, size };
  }
}

const isRootField = ({ parentType, schema }: GraphQLResolveInfo): boolean => parentType === schema.getQueryType();
