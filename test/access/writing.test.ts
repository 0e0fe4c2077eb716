import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { toGlobalId } from '../../src/graphql/global-id';
import { servedSchema } from '../../src/schema/served';
import type { Json, World } from '../support/world';
import { cast, hiddenFrom, viewerOf, type Role } from './cast';
import { Samples } from './samples';
import { useTwins } from './twin';

// A mutation of what somebody may not see answers as if it were not there: no error tells that it is.
const schema = servedSchema();
const twins = useTwins();

interface Target {
  mutation: string;
  input: GraphQLInputObjectType;
  /** The input field that names a solution or an adoption. */
  field: string;
  type: 'Solution' | 'Adoption';
}

const TYPES = { solutionId: 'Solution', adoptionId: 'Adoption' } as const;

const targets: Target[] = Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) => {
  const input = getNamedType(args.find((arg) => arg.name === 'input')!.type);
  if (!isInputObjectType(input)) throw new Error(`Expected an input object for Mutation.${name}.`);
  return Object.entries(TYPES)
    .filter(([field]) => field in input.getFields())
    .map(([field, type]) => ({ mutation: name, input, field, type }));
});

test('each mutation of a solution or of an adoption is tried', () => {
  expect(targets.map(({ mutation }) => mutation).sort()).toEqual([
    'confirmAdoption',
    'publishSolution',
    'recordAdoption',
    'reviseAdoption',
    'reviseSolution',
    'withdrawSolution',
  ]);
});

/** The hidden solutions, or the adoptions of them, as the cast has them. */
const hiddenIds = (role: Role, type: Target['type']): string[] => {
  const slugs = hiddenFrom(role);
  if (type === 'Solution') return slugs.map((slug) => toGlobalId(type, slug));
  return slugs.map((slug) => toGlobalId(type, `${slug}-tokyo`));
};

async function run(world: World, role: Role, { mutation, input, field }: Target, id: string): Promise<Json> {
  const city = toGlobalId('City', role.city ?? 'los-angeles');
  const text = new Samples(twins.ids).inputWith(input, { [field]: JSON.stringify(id), cityId: JSON.stringify(city) });
  const document = `mutation { answer: ${mutation}(input: ${text}) { userErrors { code message path } } }`;
  return world.execute(document, { viewer: await viewerOf(role, world) });
}

const roles = cast.filter((role) => hiddenFrom(role).length > 0);

describe.each(targets)('$mutation', (target) => {
  test.each(roles)('tells $name nothing of what is hidden', async (role) => {
    const twin = await twins.of(role);
    for (const id of hiddenIds(role, target.type)) {
      const answer: Json = await run(twins.world, role, target, id);
      expect(answer).toEqual(await run(twin, role, target, id));
      const codes = answer.errors
        ? answer.errors.map(({ extensions }: Json) => extensions.code)
        : answer.data.answer.userErrors.map(({ code }: Json) => code);
      expect(codes).toContain(role.roles ? 'NOT_FOUND' : 'UNAUTHENTICATED');
    }
  });
});
