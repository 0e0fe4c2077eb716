import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Ids, Sample, Samples } from './samples';

/** One way to ask for a field. */
export interface Question {
  /** The field, as Type.field, with its arguments. */
  name: string;
  /** Type.field, and each input field that the arguments use. */
  uses: readonly string[];
  /** The field with its arguments and what is asked of it, to stand behind an alias. */
  text: string;
}

/** What there is to ask of one type: of Query itself, or of each object of a type of nodes. */
export interface Topic {
  type: string;
  questions: readonly Question[];
}

const PAGE = 100;

/** Input fields that a field takes no condition on, and says so. */
const REFUSED: Readonly<Record<string, string>> = { 'Query.impact': 'ActionFilter.influenced' };

/** What is another in each world, whoever asks. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(['CollaborationGraph.asOf']);

/**
 * Every field of Query and of every type of nodes, with everything that can be tried for its arguments. What a field answers is asked
 * for down to the next nodes, whose own fields are topics of their own.
 */
export function questionsOf(schema: GraphQLSchema, samples: Samples, ids: Ids, skipped: ReadonlySet<string>): Topic[] {
  const topics = [schema.getQueryType()!, ...[...ids.keys()].map((name) => schema.getType(name) as GraphQLObjectType)];
  return topics.map((type) => ({
    type: type.name,
    questions: Object.values(type.getFields())
      .filter(({ name }) => !skipped.has(`${type.name}.${name}`))
      .flatMap((field) => questionsOfField(type, field, samples)),
  }));
}

type Field = GraphQLField<unknown, unknown>;

/** Every way to ask for a field. */
export function questionsOfField(type: GraphQLObjectType, field: Field, samples: Samples): Question[] {
  const place = `${type.name}.${field.name}`;
  const optional = field.args.filter((arg) => !isRequiredArgument(arg) && !isOfPages(arg));
  const required = combine(field.args.filter(isRequiredArgument), place, samples);
  const question = (given: Sample[], isWhole: boolean): Question => {
    const args = [...given.map(({ text }) => text), ...pageOf(field)].join(', ');
    const text = `${field.name}${args && `(${args})`}${selectionOf(field.type, samples, isWhole)}`;
    return { name: `${place}${args && `(${args})`}`, uses: [place, ...given.flatMap(({ uses }) => uses)], text };
  };
  const more = optional
    .flatMap((arg) => named(arg, place, samples).map((sample) => question([...(required[0] ?? []), sample], false)))
    .filter(({ uses }) => !uses.includes(REFUSED[place] ?? ''));
  // A look-up wants one of its arguments.
  return isLookup(type, field) ? more : [...required.map((given) => question(given, true)), ...more];
}

const isLookup = (type: GraphQLObjectType, { args }: Field): boolean =>
  type.name === 'Query' && args.some(({ name }) => name === 'slug');

const isOfPages = ({ name }: GraphQLArgument): boolean => ['first', 'last', 'after', 'before'].includes(name);

const pageOf = ({ args }: Field): string[] => (args.some(({ name }) => name === 'first') ? [`first: ${PAGE}`] : []);

const named = (arg: GraphQLArgument, place: string, samples: Samples): Sample[] =>
  samples.of(arg, `${place}.${arg.name}`).map(({ text, uses }) => ({ text: `${arg.name}: ${text}`, uses }));

/** Each sample of the first argument with the first one of every other. */
function combine(args: readonly GraphQLArgument[], place: string, samples: Samples): Sample[][] {
  const [first, ...others] = args.map((arg) => named(arg, place, samples));
  return first ? first.map((sample) => [sample, ...others.map(([other]) => other!)]) : [[]];
}

/** All that a value has, but of nodes their ids; fields that want an argument with each of its values, if the whole is wanted. */
function selectionOf(type: Field['type'], samples: Samples, isWhole: boolean, path: readonly string[] = []): string {
  const target = getNamedType(type);
  if (isLeafType(target)) return '';
  if (isNode(target)) return ' { __typename id }';
  if (isUnionType(target)) {
    const parts = target.getTypes().map((each) => `... on ${each.name}${selectionOf(each, samples, isWhole, path)}`);
    return ` { __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(target) || path.includes(target.name)) return ' { __typename }';
  const inner = [...path, target.name];
  const fields = Object.values(target.getFields()).flatMap((field) => {
    const place = `${target.name}.${field.name}`;
    if (OF_THE_MOMENT.has(place)) return [];
    const wanted = field.args.filter(isRequiredArgument);
    if (wanted.length > 0 && !isWhole) return [];
    const selection = selectionOf(field.type, samples, isWhole, inner);
    return combine(wanted, place, samples).map((given, i) => {
      const args = given.map(({ text }) => text).join(', ');
      return given.length === 0
        ? `${field.name}${selection}`
        : `${field.name}_${i}: ${field.name}(${args})${selection}`;
    });
  });
  return ` { ${fields.join(' ')} }`;
}

/** Nodes are asked for by their id alone. */
export const isNode = (type: GraphQLNamedType): boolean =>
  (isInterfaceType(type) && type.name === 'Node') ||
  (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'));

/**
 * The fields of Query and of nodes that answer with a solution or an adoption, or that take a filter of solutions: Type.field; and
 * the input fields that do.
 */
export function waysToSolutions(schema: GraphQLSchema, ids: Ids): string[] {
  const topics = [schema.getQueryType()!, ...[...ids.keys()].map((name) => schema.getType(name) as GraphQLObjectType)];
  const fields = topics.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ type: answer }) => tells(schema, getNamedType(answer)))
      .map(({ name }) => `${type.name}.${name}`),
  );
  const inputs = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type && !isObjectType(type) && !isInterfaceType(type) && type.name !== 'SolutionFilter'
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name === 'SolutionFilter')
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );
  return [...fields, ...inputs];
}

const TOLD = new Set(['Solution', 'Adoption']);

function tells(schema: GraphQLSchema, type: GraphQLNamedType, seen = new Set<string>()): boolean {
  if (TOLD.has(type.name)) return true;
  if (seen.has(type.name) || isLeafType(type) || isEnumType(type)) return false;
  seen.add(type.name);
  if (isUnionType(type) || isInterfaceType(type))
    return schema.getPossibleTypes(type).some(({ name }) => TOLD.has(name));
  if (!isObjectType(type) || isNode(type)) return false;
  return Object.values(type.getFields()).some((field) => tells(schema, getNamedType(field.type), seen));
}
