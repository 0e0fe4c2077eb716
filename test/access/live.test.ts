import { getOperationAST, GraphQLError, parse } from 'graphql';
import { fromGlobalId } from '../../src/graphql/global-id';
import { ChangeType, type LogEvent } from '../../src/events/event';
import { LiveOperation } from '../../src/live/live-operation';
import { servedSchema } from '../../src/schema/served';
import type { World } from '../support/world';
import { ADMIN, ANONYMOUS, cast, viewerOf, type Role } from './cast';
import { questionsOfField, type Question } from './questions';
import { Samples } from './samples';
import { useTwins } from './twin';

// Subscriptions, and webhooks with them, tell of an event only who may see what it is about, at the moment of telling. Here all
// events that could be are told to everybody, and to an admin in a world without what is hidden.
jest.setTimeout(120_000);

const schema = servedSchema();
const twins = useTwins();

/** Each kind of event about each solution, adoption and city. */
function allEvents(): LogEvent[] {
  const subjects = ['Solution', 'Adoption', 'City'].flatMap((type) =>
    twins.ids.get(type)!.map((id) => fromGlobalId(id)),
  );
  const events = Object.values(ChangeType).flatMap((type) =>
    subjects.filter((subject) => type.startsWith(subject.type.toUpperCase())).map((subject) => ({ type, subject })),
  );
  return events.map((event, i) => ({ ...event, position: i + 1, occurredAt: '2026-01-01T00:00:00.000Z' }));
}

const questions = (field: string): Question[] => {
  const type = schema.getSubscriptionType()!;
  return questionsOfField(type, type.getFields()[field]!, new Samples(twins.ids));
};

/** What is told, without cursors, which each log has of its own; null for a subscription that is refused. */
async function tell(world: World, role: Role, { text }: Question): Promise<unknown[] | null> {
  const document = parse(`subscription { ${text} }`);
  try {
    const operation = new LiveOperation(schema, document, getOperationAST(document)!);
    const caller = { viewer: await viewerOf(role, world), locales: [] };
    const told = await operation.tell(allEvents(), world.services, caller);
    return told.map(({ event, result }) => [event.position, withoutCursors(result)]);
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions['code'] === 'INVALID_FILTER') return null;
    throw error;
  }
}

const expected = new Map<World, Map<string, Promise<unknown[] | null>>>();

/** What an admin is told in a twin: once for all roles that share it. */
function expectedOf(twin: World, question: Question): Promise<unknown[] | null> {
  const known = expected.get(twin) ?? new Map<string, Promise<unknown[] | null>>();
  expected.set(twin, known);
  const told = known.get(question.name) ?? tell(twin, ADMIN, question);
  known.set(question.name, told);
  return told;
}

const withoutCursors = (result: unknown): unknown =>
  JSON.parse(JSON.stringify(result, (key, value: unknown) => (key === 'cursor' ? '' : value)));

const fields = Object.keys(schema.getSubscriptionType()!.getFields());

describe.each(fields)('Subscription.%s', (field) => {
  test.each(cast)('tells $name what there is without the hidden', async (role) => {
    const twin = await twins.of(role);
    for (const question of questions(field)) {
      const told = await tell(twins.world, role, question);
      expect({ question: question.name, told }).toEqual({
        question: question.name,
        told: await expectedOf(twin, question),
      });
    }
  });

  test('tells an admin more than an anonymous caller', async () => {
    const [question] = questions(field);
    const all = await tell(twins.world, ADMIN, question!);
    const open = await tell(twins.world, ANONYMOUS, question!);
    expect(open!.length).toBeGreaterThan(0);
    expect(all!.length).toBeGreaterThan(open!.length);
  });
});
