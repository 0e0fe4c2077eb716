/** The tables whose rows are listed by their names, and the indexes that do so: each of some columns, the folded name, and the slug. */
const byName: Record<string, Record<string, string[]>> = {
  city: { city_name_order_idx: [], city_country_order_idx: ['country_id'], city_region_order_idx: ['region'] },
  initiative: { initiative_name_order_idx: [] },
  network: { network_name_order_idx: [] },
  collective_action: { collective_action_name_order_idx: [] },
};

const tables = Object.keys(byName);

/** Their indexes, made anew on another expression for the folded name. */
const indexesOn = (folded: string): string =>
  Object.entries(byName)
    .flatMap(([table, indexes]) => Object.entries(indexes).map(([name, before]) => ({ table, name, before })))
    .map(
      ({ table, name, before }) =>
        `DROP INDEX IF EXISTS ${name}; CREATE INDEX ${name} ON ${table} (${[...before, folded, 'slug'].join(', ')});`,
    )
    .join('\n');

/** The folded names, kept up to date by the database. `fold_names` makes all of them anew, for what has filled the tables past their triggers. */
export const foldedNames = /* sql */ `
CREATE FUNCTION fold_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.folded_name := fold(NEW.name);
  RETURN NEW;
END $$;

${tables
  .map(
    (table) => `
ALTER TABLE ${table} ADD COLUMN folded_name text COLLATE "C" NOT NULL DEFAULT '';
CREATE TRIGGER fold_name BEFORE INSERT OR UPDATE OF name, folded_name ON ${table}
FOR EACH ROW EXECUTE FUNCTION fold_name();`,
  )
  .join('')}

CREATE FUNCTION fold_names() RETURNS void LANGUAGE plpgsql AS $$ BEGIN${tables
  .map((table) => `\n  UPDATE ${table} SET folded_name = fold(name) WHERE folded_name <> fold(name);`)
  .join('')}
END $$;
SELECT fold_names();

${indexesOn('folded_name')}`;

export const withoutFoldedNames = /* sql */ `
${indexesOn('(fold(name) COLLATE "C")')}
DROP FUNCTION fold_names();
${tables.map((table) => `DROP TRIGGER fold_name ON ${table}; ALTER TABLE ${table} DROP COLUMN folded_name;`).join('\n')}
DROP FUNCTION fold_name();`;
