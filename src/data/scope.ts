/** Whose eyes rows are read with: what the SQL of reads needs to know of the viewer. Objects of the same content give the same SQL. */
export interface Scope {
  /** Whether everything may be seen. */
  readonly isAdmin: boolean;
  /** Row id of the city that the viewer acts for; null for none. */
  readonly cityId: number | null;
  /** Row ids of the networks that the viewer manages, ascending. */
  readonly networkIds: readonly number[];
}

/** Everybody's: what is public. */
export const PUBLIC: Scope = Object.freeze({ isAdmin: false, cityId: null, networkIds: [] });

/** The same for scopes that see the same rows: for what is shared among viewers. */
export const scopeKey = ({ isAdmin, cityId, networkIds }: Scope): string =>
  isAdmin ? 'admin' : cityId === null && networkIds.length === 0 ? 'public' : `${cityId ?? ''}:${networkIds.join()}`;
