/** Columns of a table that links two others, each with a value of the row that it refers to. */
interface Copies {
  table: string;
  /** The table that has the values, and the column that refers to its rows. */
  owner: string;
  reference: string;
  columns: Record<string, { type: string; default: string; of: (o: string) => string }>;
  indexes: Record<string, string>;
}

export const copiesFrom: Copies[] = [
  {
    table: 'membership',
    owner: 'city',
    reference: 'city_id',
    columns: {
      city_population: { type: 'integer', default: '-1', of: (o) => `coalesce(${o}.population, -1)` },
      city_name: { type: 'text COLLATE "C"', default: `''`, of: (o) => `fold(${o}.name) COLLATE "C"` },
      city_slug: { type: 'text COLLATE "C"', default: `''`, of: (o) => `${o}.slug` },
    },
    indexes: {
      membership_population_order_idx: '(network_id, city_population, city_slug)',
      membership_name_order_idx: '(network_id, city_name, city_slug)',
    },
  },
  {
    table: 'collaboration_participant',
    owner: 'collaboration',
    reference: 'collaboration_id',
    columns: {
      started_on: { type: 'date', default: `'-infinity'`, of: (o) => `coalesce(${o}.started_on, '-infinity')` },
      collaboration_slug: { type: 'text COLLATE "C"', default: `''`, of: (o) => `${o}.slug` },
    },
    indexes: { collaboration_participant_order_idx: '(city_id, started_on, collaboration_slug)' },
  },
  {
    table: 'solution_network',
    owner: 'solution',
    reference: 'solution_id',
    columns: {
      published_at: {
        type: 'timestamptz',
        default: `'-infinity'`,
        of: (o) => `coalesce(${o}.published_at, '-infinity')`,
      },
      solution_slug: { type: 'text COLLATE "C"', default: `''`, of: (o) => `${o}.slug` },
    },
    indexes: { solution_network_order_idx: '(network_id, published_at, solution_slug)' },
  },
];

const valuesOf = ({ columns }: Copies, o: string): string =>
  Object.values(columns)
    .map(({ of }) => of(o))
    .join(', ');

const assignments = ({ columns }: Copies): string =>
  Object.entries(columns)
    .map(([column, { of }]) => `${column} = ${of('o')}`)
    .join(', ');

const addColumns = ({ table, columns }: Copies): string =>
  `ALTER TABLE ${table} ${Object.entries(columns)
    .map(([column, { type, default: value }]) => `ADD COLUMN ${column} ${type} NOT NULL DEFAULT ${value}`)
    .join(', ')};`;

const addIndexes = ({ table, indexes }: Copies): string =>
  Object.entries(indexes)
    .map(([name, columns]) => `CREATE INDEX ${name} ON ${table} ${columns};`)
    .join('\n');

// The owner is locked as a change of it would lock it: whichever of the two comes second sees the other. Where there is none, the
// foreign key says so.
const fromOwner = (copies: Copies): string => /* sql */ `
CREATE FUNCTION copy_${copies.owner}_to_${copies.table}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE copied record;
BEGIN
  SELECT ${Object.entries(copies.columns)
    .map(([column, { of }]) => `${of('o')} AS ${column}`)
    .join(', ')} INTO copied
  FROM ${copies.owner} o WHERE o.id = NEW.${copies.reference} FOR NO KEY UPDATE;
  IF FOUND THEN
    ${Object.keys(copies.columns)
      .map((column) => `NEW.${column} := copied.${column};`)
      .join(' ')}
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER copy_sort_keys_from_${copies.owner} BEFORE INSERT OR UPDATE OF ${copies.reference} ON ${copies.table}
FOR EACH ROW EXECUTE FUNCTION copy_${copies.owner}_to_${copies.table}();`;

// Asked first, since an update of no row would set off the counters, whose update of no row would set off this again.
const whenOwnersChange = (copies: Copies): string => /* sql */ `
CREATE FUNCTION copy_changed_${copies.owner}_to_${copies.table}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed integer[] := ARRAY(SELECT o.id FROM after o JOIN before b ON b.id = o.id
  WHERE ROW(${valuesOf(copies, 'o')}) IS DISTINCT FROM ROW(${valuesOf(copies, 'b')}));
BEGIN
  IF changed <> '{}' THEN
    UPDATE ${copies.table} t SET ${assignments(copies)} FROM ${copies.owner} o
    WHERE o.id = ANY (changed) AND t.${copies.reference} = o.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER copy_sort_keys_to_${copies.table} AFTER UPDATE ON ${copies.owner}
REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT
EXECUTE FUNCTION copy_changed_${copies.owner}_to_${copies.table}();`;

const copyAll = (copies: Copies): string => `
  UPDATE ${copies.table} t SET ${assignments(copies)} FROM ${copies.owner} o
  WHERE o.id = t.${copies.reference}
    AND ROW(${Object.keys(copies.columns)
      .map((column) => `t.${column}`)
      .join(', ')}) IS DISTINCT FROM ROW(${valuesOf(copies, 'o')});`;

/**
 * The copies, kept up to date by the database. `copy_sort_keys` makes all of them anew, for what has filled the tables past their
 * triggers.
 */
export const sortKeyCopies = /* sql */ `
${copiesFrom.map((copies) => [addColumns(copies), fromOwner(copies), whenOwnersChange(copies)].join('\n')).join('\n')}

CREATE FUNCTION copy_sort_keys() RETURNS void LANGUAGE plpgsql AS $$ BEGIN${copiesFrom.map(copyAll).join('')}
END $$;
SELECT copy_sort_keys();
${copiesFrom.map(addIndexes).join('\n')}`;

export const copyNames = [
  'copy_sort_keys',
  ...copiesFrom.flatMap(({ owner, table }) => [`copy_${owner}_to_${table}`, `copy_changed_${owner}_to_${table}`]),
];
