import { isObjectType } from 'graphql';
import { servedSchema } from '../../src/schema/served';
import type { Json, World } from '../support/world';
import { ADMIN, ANONYMOUS, cast, hiddenFrom, REVISED_BY, viewerOf, type Role } from './cast';
import { questionsOf, waysToSolutions, type Question, type Topic } from './questions';
import { Samples } from './samples';
import { useTwins } from './twin';

// Whatever somebody asks, the answer is the one that an admin gets in a world where all that is hidden from them never was. So
// nothing hidden shows in any list, count, facet, order, cursor or search, and nothing else is held back. What is asked comes from
// the schema: a new field or argument is tried as soon as it is there.

// Some thousand questions a role.
jest.setTimeout(120_000);

/** Not about what there is, but about who asks, or about the process. */
const PERSONAL = new Set([
  'Query.viewer',
  'Query.webhooks',
  'Query.feedCursor',
  'Query._service',
  'Solution.revisions',
]);

const schema = servedSchema();
const twins = useTwins();
let topics: Topic[];
beforeAll(() => (topics = questionsOf(schema, new Samples(twins.ids), twins.ids, PERSONAL)));

type Answers = Map<string, Json>;

const CHUNK = 20;

/** The answer to each question, by its name. */
async function askAll(of: World, role: Role, topic: Topic, questions = topic.questions): Promise<Answers> {
  const answers: Answers = new Map();
  const viewer = await viewerOf(role, of);
  const variables = topic.type === 'Query' ? {} : { ids: twins.ids.get(topic.type) };
  for (let from = 0; from < questions.length; from += CHUNK) {
    const asked = questions.slice(from, from + CHUNK);
    const { data, errors } = await of.execute(documentOf(topic, asked), { viewer, variables });
    if (errors) throw new Error(`${errors[0]!.message} (${errors[0]!.path?.join('.')} of ${namesOf(asked)})`);
    const answerTo = (i: number): Json =>
      topic.type === 'Query' ? data[`a${i}`] : data.nodes.map((node: Json) => node?.[`a${i}`] ?? null);
    for (const [i, { name }] of asked.entries()) answers.set(name, answerTo(i));
  }
  return answers;
}

const namesOf = (questions: readonly Question[]): string => questions.map(({ name }, i) => `a${i}: ${name}`).join('\n');

function documentOf({ type }: Topic, questions: readonly Question[]): string {
  const fields = questions.map(({ text }, i) => `a${i}: ${text}`).join('\n');
  if (type === 'Query') return `{ ${fields} }`;
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${fields} } } }`;
}

const expected = new Map<World, Map<Topic, Promise<Answers>>>();

/** What an admin is answered in a twin: asked once for all roles that share it. */
function expectedOf(twin: World, topic: Topic): Promise<Answers> {
  const known = expected.get(twin) ?? new Map<Topic, Promise<Answers>>();
  expected.set(twin, known);
  const answers = known.get(topic) ?? askAll(twin, ADMIN, topic);
  known.set(topic, answers);
  return answers;
}

describe.each(cast)('what $name is answered', (role) => {
  let twin: World;
  beforeAll(async () => (twin = await twins.of(role)));

  test('is what there is without the hidden', async () => {
    for (const topic of topics) {
      const expectedAnswers = await expectedOf(twin, topic);
      for (const [question, answer] of await askAll(twins.world, role, topic))
        expect({ question, answer }).toEqual({ question, answer: expectedAnswers.get(question) });
    }
  });

  test('is the history of what is their own alone', async () => {
    const topic = questionsOf(schema, new Samples(twins.ids), twins.ids, new Set()).find(
      ({ type }) => type === 'Solution',
    )!;
    const questions = topic.questions.filter(({ uses }) => uses[0] === 'Solution.revisions');
    const answers = JSON.stringify([...(await askAll(twins.world, role, topic, questions))]);
    expect(answers.includes('Unheard of')).toBe(role === ADMIN || role.city === REVISED_BY);
  });
});

/** One of all roles that see the same: how pages are cut depends on nothing else. */
const differentEyes = [...new Map(cast.map((role) => [hiddenFrom(role).join(), role])).values()];

test.each(differentEyes)('what others were given cursors for is nothing to $name', async (role) => {
  const twin = await twins.of(role);
  for (const topic of topics) {
    const questions = await cursorQuestions(topic, role);
    const answers = await askAll(twins.world, role, topic, questions);
    expect(answers).toEqual(await askAll(twin, ADMIN, topic, questions));
  }
});

/** Lists asked to go on at the places of what the role may not see. */
async function cursorQuestions(topic: Topic, role: Role): Promise<Question[]> {
  const isPlain = (use: string): boolean => !use.includes('Filter.');
  const lists = topic.questions.filter(({ text, uses }) => text.includes('startCursor') && uses.every(isPlain));
  const all = await askAll(twins.world, ADMIN, topic, lists);
  const own = await askAll(twins.world, role, topic, lists);
  return lists.flatMap(({ name, uses, text }) => {
    const hidden = [...cursorsIn(all.get(name))].filter((cursor) => !cursorsIn(own.get(name)).has(cursor));
    const ways = isTwoWay(uses[0]!) ? ['first: 2, after', 'last: 2, before'] : ['first: 2, after'];
    return hidden.flatMap((cursor) =>
      ways.map((way) => ({
        name: `${name} ${way}: ${cursor}`,
        uses,
        text: text.replace('first: 100', `${way}: "${cursor}"`),
      })),
    );
  });
}

const cursorsIn = (answer: Json): Set<string> =>
  new Set([...JSON.stringify(answer ?? null).matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor]) => cursor!));

function isTwoWay(place: string): boolean {
  const [type = '', field = ''] = place.split('.');
  const target = schema.getType(type);
  return isObjectType(target) && target.getFields()[field]!.args.some(({ name }) => name === 'before');
}

test('every way to a solution shows a difference between those who may see all and those who may not', async () => {
  const telling = new Set<string>();
  for (const topic of topics) {
    const [all, open] = [await askAll(twins.world, ADMIN, topic), await askAll(twins.world, ANONYMOUS, topic)];
    for (const { name, uses } of topic.questions)
      if (JSON.stringify(all.get(name)) !== JSON.stringify(open.get(name))) uses.forEach((use) => telling.add(use));
  }
  const ways = waysToSolutions(schema, twins.ids).filter((way) => !PERSONAL.has(way));
  // One that shows none is not tested by the above: add rows to test/access/cast.ts that it would tell of.
  expect(ways.filter((way) => !telling.has(way))).toEqual([]);
  const some = ['Query.search', 'Query.nodes', 'Query._entities', 'City.solutions', 'CityFilter.hasSolutions'];
  expect(ways).toEqual(expect.arrayContaining(some));
});
