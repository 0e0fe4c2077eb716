import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';

/** What to try for an argument: its text in GraphQL, and the input fields that it uses, as Type.field. */
export interface Sample {
  text: string;
  uses: readonly string[];
}

/** The global ids of all that there is, by type. */
export type Ids = ReadonlyMap<string, readonly string[]>;

// Words of what is hidden and of what is not.
const WORDS = ['zanzibar', 'sewer', 'Comedores escolares', 'Pumps, to be shared', 'roofs'];

/** By the name of the argument or input field, or else by its type. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  text: WORDS.map((word) => JSON.stringify(word)),
  wikidataId: ['"Q84"'],
  geonamesId: ['"2643743"'],
  unlocode: ['"GBLON"'],
  latitude: ['51.5'],
  longitude: ['-0.1'],
  radiusKm: ['2000'],
  south: ['-60'],
  north: ['70'],
  west: ['-180'],
  east: ['180'],
  code: ['"GB"', '"KE"', '"FR"'],
  version: ['"0"'],
  resolution: ['1.5'],
  names: ['"pagerank"'],
  CountryCode: ['"GB"'],
  Boolean: ['true', 'false'],
  DateTime: ['"2024-04-01T00:00:00Z"'],
  Int: ['1'],
  LocalDate: ['"2014-06-01"'],
  Locale: ['"es"'],
};

// What is hidden is looked up one by one, of all else some examples.
const TOLD = ['solution', 'adoption'];
const isWorthTrying = (value: string, i: number): boolean =>
  i < 2 || /^(Solution|Adoption):/.test(Buffer.from(JSON.parse(value) as string, 'base64url').toString());

// How deep conditions lie in one another.
const DEPTH = 2;

/** Makes up what to try for arguments of any type, from the schema: each input field at least once. */
export class Samples {
  constructor(private readonly ids: Ids) {}

  /**
   * @param place the argument, as Type.field.argument
   * @throws Error that names the place where nothing is known to try
   */
  of({ type, name }: GraphQLArgument, place: string): Sample[] {
    return this.ofType(type, name, place, DEPTH);
  }

  /** An input with these fields where it has them, as GraphQL text, and with what else it requires. */
  inputWith(type: GraphQLInputObjectType, given: Readonly<Record<string, string>>): string {
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const text =
        given[field.name] ?? (isRequiredInputField(field) ? this.ofField(type, field, '', 0)[0]!.text : undefined);
      return text === undefined ? [] : [`${field.name}: ${text}`];
    });
    return `{ ${fields.join(', ')} }`;
  }

  private ofType(type: GraphQLInputType, name: string, place: string, depth: number): Sample[] {
    if (isNonNullType(type)) return this.ofType(type.ofType, name, place, depth);
    const named = getNamedType(type);
    if (isListType(type) && ['ID', '_Any'].includes(named.name))
      return chunks(this.values(name, named.name, place)).map((ids) => ({ text: `[${ids.join(', ')}]`, uses: [] }));
    if (isListType(type)) {
      const items = this.ofType(type.ofType, name, place, depth);
      return items.map(({ text, uses }) => ({ text: `[${text}]`, uses }));
    }
    if (isInputObjectType(named)) return this.ofInput(named, place, depth);
    if (isEnumType(named)) return named.getValues().map((value) => ({ text: value.name, uses: [] }));
    const values = this.values(name, named.name, place);
    const isLookup = ['id', 'slug'].includes(name) && !TOLD.some((told) => place.startsWith(`Query.${told}.`));
    return (isLookup ? values.filter(isWorthTrying) : values).map((text) => ({ text, uses: [] }));
  }

  /** One sample for each field, with what else the type requires; several for fields that others could tell of solutions by. */
  private ofInput(type: GraphQLInputObjectType, place: string, depth: number): Sample[] {
    const fields = Object.values(type.getFields());
    return fields.flatMap((field) => {
      const all = this.ofField(type, field, place, depth);
      const others = fields.filter((other) => other !== field && isRequiredInputField(other));
      const required = others.map((other) => `${other.name}: ${this.ofField(type, other, place, 0)[0]!.text}`);
      return all.map(({ text, uses }) => ({
        text: `{ ${[`${field.name}: ${text}`, ...required].join(', ')} }`,
        uses: [`${type.name}.${field.name}`, ...uses],
      }));
    });
  }

  private ofField(type: GraphQLInputObjectType, field: GraphQLInputField, place: string, depth: number): Sample[] {
    const named = getNamedType(field.type);
    const isNested = isInputObjectType(named) && !isOperator(named);
    if (isNested && depth === 0) return [];
    // `SolutionFilter.id` says whose ids; `IDFilter.in` would not.
    const samples = this.ofType(
      field.type,
      field.name,
      isOperator(type) ? place : `${type.name}.${field.name}`,
      depth - 1,
    );
    if (named === type) return [samples.find(({ text }) => text.includes(WORDS[0]!)) ?? samples[0]!];
    return (isNested && tellsOfSolutions(named)) || depth === DEPTH ? samples : samples.slice(0, 1);
  }

  private values(name: string, type: string, place: string): readonly string[] {
    if (type === 'ID') return this.idsFor(place);
    if (name === 'slug') return this.idsFor(place).map((id) => JSON.stringify(slugOf(JSON.parse(id) as string)));
    if (type === '_Any') return this.representations();
    const isCondition = place.split('.').length === 2;
    const values = VALUES[name] ?? VALUES[type] ?? (isCondition && type === 'String' ? ['"a"'] : undefined);
    if (values) return values;
    throw new Error(`Expected something to try for ${place}: tell it in test/access/samples.ts.`);
  }

  /** Everything, as a gateway asks for it. */
  private representations(): string[] {
    return [...this.ids].flatMap(([type, ids]) =>
      ids.map((id) => `{ __typename: ${JSON.stringify(type)}, id: ${JSON.stringify(id)} }`),
    );
  }

  /** `SolutionFilter.id`, `Query.solution.id`: the ids of solutions, quoted; of everything where no type is named. */
  private idsFor(place: string): string[] {
    const [owner = '', field = '', argument = ''] = place.split('.');
    const isOfCities = OF_CITIES.has(`${field}.${argument}`);
    const words = isOfCities
      ? ['city']
      : [owner.replace(/Filter$/, ''), field.replace(/s$/, '')].map((word) => word.toLowerCase());
    const types = [...this.ids.keys()];
    const type = words
      .map((word) => types.find((each) => each.toLowerCase() === word))
      .find((each) => each !== undefined);
    const ids = type === undefined ? [...this.ids.values()].flat() : this.ids.get(type)!;
    return ids.map((id) => JSON.stringify(id));
  }
}

/** As many as may be asked for at once. */
const chunks = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / 100) }, (_, i) => ids.slice(i * 100, (i + 1) * 100));

/** Arguments that take the id of a city, whatever they are called. */
const OF_CITIES: ReadonlySet<string> = new Set(['path.from', 'path.to', 'paths.from', 'paths.to', 'neighbourhood.of']);

const slugOf = (id: string): string =>
  Buffer.from(id, 'base64url')
    .toString()
    .replace(/^[^:]*:/, '');

/** A filter of values alone, such as StringFilter: a condition on one field. */
const isOperator = (type: GraphQLInputObjectType): boolean =>
  type.name.endsWith('Filter') &&
  Object.values(type.getFields()).every((field) => !isInputObjectType(getNamedType(field.type)));

/** Whether a filter asks for solutions, or for what has some. */
function tellsOfSolutions(type: GraphQLInputObjectType, seen = new Set<string>()): boolean {
  if (type.name === 'SolutionFilter') return true;
  if (seen.has(type.name)) return false;
  seen.add(type.name);
  return Object.values(type.getFields()).some((field) => {
    const named = getNamedType(field.type);
    return isInputObjectType(named) && tellsOfSolutions(named, seen);
  });
}
