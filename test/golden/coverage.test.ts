import fs from 'node:fs';
import path from 'node:path';
import {
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
} from 'graphql';
import { mergedSchema } from '../../src/schema/merged';

const schema = mergedSchema();

// What orders and facets can be asked for is covered value by value; of other enums, any value does.
const isCovered = (name: string): boolean => /OrderField$|Facet$/.test(name);

// The tests of pagination take every list through its pages.
const PAGING = new Set(['first', 'after', 'last', 'before']);

// What depends on who asks, or on the moment.
const ELSEWHERE =
  /^(Query\.(viewer|webhooks|feedCursor)|Viewer\.|Webhook|CollaborationGraph\.(asOf|version)$|CityGraphMetrics\.version$|City\.graphResults|GraphResult\.)/;

// Golden operations read. What belongs to mutations and subscriptions alone has tests of its own.
const readable = new GraphQLSchema({ query: schema.getQueryType(), types: nodeTypes() });

function nodeTypes(): GraphQLObjectType[] {
  return [...schema.getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType)];
}

/** Everything that a document can ask for, as schema coordinates. */
function offered(): string[] {
  const types = Object.values(readable.getTypeMap()).filter((type) => !isIntrospectionType(type));
  return types.flatMap((type) => {
    if (isEnumType(type)) return isCovered(type.name) ? type.getValues().map(({ name }) => `${type.name}.${name}`) : [];
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
    if (isUnionType(type)) return type.getTypes().map(({ name }) => `${type.name} ${name}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) => [
      `${type.name}.${name}`,
      ...args.filter((arg) => !PAGING.has(arg.name)).map((arg) => `${type.name}.${name}(${arg.name}:)`),
    ]);
  });
}

/** What a document asks for. */
function asked(document: string): string[] {
  const found: string[] = [];
  const info = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(info, {
    Field: ({ name }) => void found.push(`${info.getParentType()?.name}.${name.value}`),
    Argument: ({ name }) =>
      void found.push(`${info.getParentType()?.name}.${info.getFieldDef()?.name}(${name.value}:)`),
    ObjectField: ({ name }) => void found.push(`${inputNames(info)}.${name.value}`),
    EnumValue: ({ value }) => void found.push(`${String(info.getInputType()).replace(/[[\]!]/g, '')}.${value}`),
    InlineFragment: ({ typeCondition }) =>
      void found.push(`${info.getParentType()?.name} ${typeCondition?.name.value}`),
  });
  visit(parse(document), visitor);
  return found;
}

const inputNames = (info: TypeInfo): string => String(info.getParentInputType()).replace(/[[\]!]/g, '');

test('golden operations ask for every field, argument, filter and order at least once', () => {
  const files = fs.readdirSync(__dirname).filter((file) => file.endsWith('.graphql'));
  const all = new Set(files.flatMap((file) => asked(fs.readFileSync(path.join(__dirname, file), 'utf8'))));
  const missing = offered().filter((coordinate) => !all.has(coordinate) && !ELSEWHERE.test(coordinate));
  expect(missing).toEqual([]);
});
