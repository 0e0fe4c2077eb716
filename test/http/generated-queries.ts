import fc, { type GeneratorValue } from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Samples } from '../access/samples';

/** How deep fields lie, and how many are selected at one place. */
const [DEPTH, WIDTH] = [5, 3];

const PAGE = new Set(['first', 'last', 'after', 'before', 'limit', 'linkLimit']);

// Variables that are not used are mistakes.
const USES_ALL = '{ ...Generated f0: cities(first: $n) @include(if: $yes) @skip(if: $no) { __typename } }';

export interface GeneratedQuery {
  query: string;
  variables: { n: number; yes: boolean; no: boolean };
}

/** Queries of all that a schema has: pages of all sizes, arguments, aliases, types of interfaces, what is left out. */
export const generatedQueries = (schema: GraphQLSchema, samples: Samples): fc.Arbitrary<GeneratedQuery> =>
  fc.gen().map((generate) => new QueryGenerator(schema, samples, generate).query());

class QueryGenerator {
  private count = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly samples: Samples,
    private readonly generate: GeneratorValue,
  ) {}

  query(): GeneratedQuery {
    const selection = this.selection(this.schema.getQueryType()!, DEPTH);
    return {
      query: `query ($n: Int, $yes: Boolean!, $no: Boolean!) ${USES_ALL} fragment Generated on Query ${selection}`,
      variables: { n: this.upTo(12) + 1, yes: true, no: false },
    };
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    if (isAbstractType(type)) {
      const some = this.some(this.schema.getPossibleTypes(type));
      return `{ __typename ${some.map((each) => `... on ${each.name} ${this.selection(each, depth)}`).join(' ')} }`;
    }
    const fields = Object.values((type as GraphQLObjectType).getFields());
    const fit = fields.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)));
    return `{ __typename ${this.some(fit)
      .map((field) => this.field(type as GraphQLObjectType, field, depth))
      .join(' ')} }`;
  }

  private field(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const below = isCompositeType(type) ? this.selection(type, depth - 1) : '';
    const args = this.argumentsOf(parent, field).join(', ');
    const condition = this.pick(['', '', '', '@include(if: $yes)', '@skip(if: $no)', '@include(if: $no)']);
    return `f${++this.count}: ${field.name}${args && `(${args})`} ${condition} ${below}`;
  }

  private argumentsOf(parent: GraphQLObjectType, { name, args }: GraphQLField<unknown, unknown>): string[] {
    const place = `${parent.name}.${name}`;
    const given = args.filter((arg) => !PAGE.has(arg.name) && isRequiredArgument(arg));
    const optional = args.filter((arg) => !PAGE.has(arg.name) && !isRequiredArgument(arg));
    // What is looked up has one of its arguments; lists may have a filter and an order.
    const isLookup = parent === this.schema.getQueryType() && args.some((arg) => arg.name === 'slug');
    if (optional.length > 0 && (isLookup || this.upTo(3) === 0)) given.push(this.pick(optional));
    return [...given.map((arg) => this.argument(arg, place)), ...this.page(args)];
  }

  private argument(arg: GraphQLArgument, place: string): string {
    return `${arg.name}: ${this.pick(this.samples.of(arg, `${place}.${arg.name}`)).text}`;
  }

  private page(args: readonly GraphQLArgument[]): string[] {
    const sizes = args.filter(({ name }) => ['first', 'last', 'limit'].includes(name));
    // Of a page there is one size, from its beginning or its end.
    const given = [...(sizes.length > 0 ? [this.pick(sizes)] : []), ...args.filter(({ name }) => name === 'linkLimit')];
    return given.flatMap(({ name }) =>
      this.upTo(2) === 0 ? [] : [`${name}: ${this.pick([String(this.upTo(20) + 1), '$n', 'null'])}`],
    );
  }

  private some<T>(values: readonly T[]): T[] {
    if (values.length === 0) return [];
    return Array.from({ length: this.upTo(WIDTH - 1) + 1 }, () => this.pick(values));
  }

  private pick<T>(values: readonly T[]): T {
    return values[this.upTo(values.length - 1)]!;
  }

  private upTo(max: number): number {
    return this.generate(fc.nat, { max });
  }
}
