import { Check } from 'typeorm/decorator/Check.js';
import { Column } from 'typeorm/decorator/columns/Column.js';
import { PrimaryGeneratedColumn } from 'typeorm/decorator/columns/PrimaryGeneratedColumn.js';
import { Index } from 'typeorm/decorator/Index.js';
import { Node } from '../graphql/node';

// TypeORM's decorators, without the rest of it: its index loads four times as many modules, which only writing needs.
export { Column, PrimaryGeneratedColumn };
export { PrimaryColumn } from 'typeorm/decorator/columns/PrimaryColumn.js';
export { Entity } from 'typeorm/decorator/entity/Entity.js';
export { Exclusion } from 'typeorm/decorator/Exclusion.js';
export { ForeignKey } from 'typeorm/decorator/ForeignKey.js';
export { Unique } from 'typeorm/decorator/Unique.js';

/** What tables' checks are made of. */
export const SLUG = "slug ~ '^[a-z0-9][a-z0-9-]{0,69}$'";
export const PRECISION = "date_precision IN ('DAY', 'MONTH', 'YEAR')";
export const isLocale = (column: string): string => `${column} ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'`;
export const isOneOf = (column: string, values: object): string =>
  `${column} IN (${Object.values(values).map((value) => `'${String(value)}'`).join(', ')})`; // prettier-ignore

/** Checks of a table by what they check: `city_population_check`. */
export const Checks =
  (table: string, checks: Record<string, string>): ClassDecorator =>
  (target) =>
    Object.entries(checks).forEach(([name, expression]) => Check(`${table}_${name}_check`, expression)(target));

/** Indexes that the migrations make, on expressions and with conditions that TypeORM has no words for. */
export const Indexes =
  (...names: string[]): ClassDecorator =>
  (target) =>
    names.forEach((name) => Index(name, { synchronize: false })(target));

/** A record of the graph that has a table of its own. */
export abstract class KeyedNode extends Node {
  @PrimaryGeneratedColumn('identity', { name: 'id', generatedIdentity: 'BY DEFAULT' })
  override rowId: number;

  @Column({ type: 'text', collation: 'C', unique: true })
  override slug: string;
}
