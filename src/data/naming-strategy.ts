import { DefaultNamingStrategy, type Table } from 'typeorm';

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const nameOf = (table: Table | string): string => (typeof table === 'string' ? table : table.name).split('.').pop()!;
const join = (table: Table | string, columns: string[], suffix: string): string =>
  [nameOf(table), ...columns, suffix].join('_');

/** snake_case columns, and the names that PostgreSQL itself gives to constraints that are declared without one. */
export class NamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return customName ?? snakeCase([...prefixes, propertyName].join('_'));
  }

  override joinColumnName(relationName: string): string {
    return `${snakeCase(relationName)}_id`;
  }

  override primaryKeyName(table: Table | string): string {
    return join(table, [], 'pkey');
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return join(table, columns, 'key');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return join(table, columns, 'fkey');
  }
}
