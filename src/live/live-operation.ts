import {
  execute,
  getArgumentValues,
  getVariableValues,
  GraphQLError,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { scopeOf } from '../access/viewer';
import { isOutage } from '../data/outage';
import { subfields } from '../data/selection';
import type { LogEvent, Subject } from '../events/event';
import { liveFields } from '../subgraphs';
import { createContext, type Caller, type Services } from '../subgraphs/context';
import { Vanished, type LiveField } from '../subgraphs/live-field';
import { batchedSchema } from './batched-schema';
import { liveDocument, type LiveDocument } from './live-document';

/** What one event is told as. */
export interface Told {
  event: LogEvent;
  result: ExecutionResult;
}

/**
 * A subscription that may run: its document, its variables, and where it begins. It tells events to whoever has the same eyes and
 * languages, so what it makes of them can be shared.
 */
export class LiveOperation {
  /** Behind which cursor it begins; null for from now on. */
  readonly after: string | null;
  /** The same for operations that tell the same, wherever they begin. */
  readonly key: string;
  private readonly field: LiveField;
  private readonly args: Record<string, unknown>;
  private readonly alias: string;
  private readonly live: LiveDocument;

  /**
   * @param document valid for the schema
   * @param operation the subscription in it that is asked for
   * @throws GraphQLError for variables of the wrong type, and for arguments that no event could fit
   */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    private readonly variables: Readonly<Record<string, unknown>> = {},
  ) {
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (errors) throw badInput(errors[0]!);
    const node = rootField(schema, document, operation, coerced);
    const definition = schema.getSubscriptionType()!.getFields()[node.name.value]!;
    const { after, ...args } = getArgumentValues(definition, node, coerced);
    this.after = (after as string | null | undefined) ?? null;
    this.args = args;
    this.alias = (node.alias ?? node.name).value;
    this.field = liveFields[node.name.value]!;
    this.field.check(args);
    this.live = liveDocument(schema, document, operation);
    const asked = this.live.operation.variableDefinitions?.map(({ variable }) => coerced[variable.name.value]);
    this.key = JSON.stringify([this.live.text, asked]);
  }

  /**
   * Tells events to a caller: those that are of the kind that was asked for, that are about what is there and what the caller may see,
   * and that fit the filter. One statement judges all of them, one execution with readers of its own reads what is selected.
   * @throws whatever keeps the database from answering
   */
  async tell(events: readonly LogEvent[], services: Services, caller: Caller): Promise<Told[]> {
    const concerned = events.filter((event) => this.field.concerns(event, this.args));
    if (concerned.length === 0) return [];
    const subjects = concerned.map(({ subject }) => subject);
    const statement = this.field.told(subjects, this.args, scopeOf(caller.viewer));
    const rows = await services.database.until(caller.signal).rows(statement);
    const told = new Set(rows.map(([type, slug]) => key({ type: type as string, slug: slug as string })));
    const left = concerned.filter(({ subject }) => told.has(key(subject)));
    if (left.length === 0) return [];
    const results = await this.execute(left, services, caller);
    const all = left.map((event, i) => ({ event, result: results[i]! }));
    return all.filter(({ result }) => !hasVanished(result));
  }

  private async execute(events: LogEvent[], services: Services, caller: Caller): Promise<ExecutionResult[]> {
    const { data, errors } = await execute({
      schema: batchedSchema(this.schema),
      document: this.live.document,
      rootValue: events,
      contextValue: createContext(services, caller),
      variableValues: this.variables,
    });
    const outage = errors?.find(({ originalError }) => isOutage(originalError));
    if (outage) throw outage.originalError!; // As good as not asked: nobody is told of an error that is over in a moment.
    const items = (data?.[this.alias] ?? []) as unknown[];
    return events.map((_, i) =>
      resultOf(
        this.alias,
        items[i] ?? null,
        errors?.filter(({ path }) => path?.[1] === i),
      ),
    );
  }
}

const hasVanished = ({ errors }: ExecutionResult): boolean =>
  errors?.some(({ originalError }) => originalError instanceof Vanished) ?? false;

const key = ({ type, slug }: Subject): string => `${type}:${slug}`;

/** As if the event had been executed alone. */
function resultOf(alias: string, item: unknown, errors: readonly GraphQLError[] = []): ExecutionResult {
  const data = item === null ? null : { [alias]: item };
  if (errors.length === 0) return { data };
  return { errors: errors.map((error) => withoutIndex(error)), data };
}

function withoutIndex(error: GraphQLError): GraphQLError {
  const { message, nodes, originalError, extensions, path } = error;
  return new GraphQLError(message, { nodes, originalError, extensions, path: path?.toSpliced(1, 1) });
}

/** The one field of a subscription. */
function rootField(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variableValues: Record<string, unknown>,
): FieldNode {
  const fragments = Object.fromEntries(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const root = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: '' },
    selectionSet: operation.selectionSet,
  } as const;
  const selected = subfields({ schema, fragments, variableValues }, schema.getSubscriptionType()!, [root]);
  const names = new Set(selected.map(({ alias, name }) => (alias ?? name).value));
  if (names.size === 1) return selected[0]!;
  const got = names.size === 0 ? 'none' : [...names].join(' and ');
  throw badInput(new GraphQLError(`Expected one field in a subscription, but got ${got}.`, { nodes: operation }));
}

const badInput = ({ message, nodes }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
