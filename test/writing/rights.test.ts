import type { Viewer } from '../../src/access/viewer';
import { useWorld } from '../support/world';
import {
  aSolution,
  cityId,
  Desk,
  documentOf,
  idOf,
  mutationNames,
  networkId,
  solutionId,
  type MutationName,
} from './desk';

// Who may do what. Each caller tries each mutation on what is London’s, or of Cool Cities; `forbidden` is what those are told who
// may not.
const world = useWorld();
const desk = new Desk(world);

interface Attempt {
  input: () => object;
  /** Who may, of those in `callers`. */
  allowed: string[];
  forbidden: string[];
}

const OWN = ['london', 'admin'];
const MANAGER = ['cool-cities manager', 'admin'];
let n = 0;

const attempts: Record<MutationName, Attempt> = {
  shareSolution: { input: () => aSolution('london'), allowed: OWN, forbidden: ['FORBIDDEN cityId'] },
  reviseSolution: {
    input: () => ({ solutionId: solutionId('congestion-charge-london'), title: `Congestion charge ${n++}` }),
    allowed: OWN,
    forbidden: ['FORBIDDEN solutionId'],
  },
  publishSolution: {
    input: () => ({ solutionId: solutionId('draft-london') }),
    allowed: OWN,
    // Others do not even see the draft.
    forbidden: ['NOT_FOUND solutionId'],
  },
  withdrawSolution: {
    input: () => ({ solutionId: solutionId('cycle-superhighways-london'), reason: 'Built over.' }),
    allowed: OWN,
    forbidden: ['FORBIDDEN solutionId'],
  },
  recordAdoption: {
    input: () => ({ solutionId: solutionId('metro-quito'), cityId: cityId('london'), kind: 'REPLICATED' }),
    allowed: OWN,
    forbidden: ['FORBIDDEN cityId'],
  },
  reviseAdoption: {
    input: () => ({ adoptionId: idOf('Adoption', 'green-roofs-london'), note: `Note ${n++}` }),
    allowed: OWN,
    forbidden: ['FORBIDDEN adoptionId'],
  },
  confirmAdoption: {
    input: () => ({ adoptionId: idOf('Adoption', 'congestion-copenhagen') }),
    allowed: OWN,
    forbidden: ['FORBIDDEN adoptionId'],
  },
  reportAction: {
    input: () => ({
      cityId: cityId('london'),
      title: 'Trees',
      sector: 'LAND_USE',
      status: 'PLANNED',
      reportedOn: '2026-01-01',
    }),
    allowed: OWN,
    forbidden: ['FORBIDDEN cityId'],
  },
  recordCollaboration: {
    input: () => ({
      kind: 'WORKSHOP',
      participantIds: [cityId('london'), cityId('quito')],
      networkId: networkId('cool-cities'),
    }),
    allowed: [...OWN, 'cool-cities manager'],
    forbidden: ['FORBIDDEN participantIds'],
  },
  setMembership: {
    input: () => ({ cityId: cityId('quito'), networkId: networkId('cool-cities'), role: 'MEMBER' }),
    allowed: MANAGER,
    forbidden: ['FORBIDDEN networkId'],
  },
  endMembership: {
    input: () => ({ membershipId: idOf('Membership', 'accra-cool-cities'), endedOn: `2026-01-${10 + (n++ % 18)}` }),
    allowed: MANAGER,
    forbidden: ['FORBIDDEN membershipId'],
  },
  signCollectiveAction: {
    input: () => ({ collectiveActionId: idOf('CollectiveAction', 'green-roof-accord'), cityId: cityId('london') }),
    allowed: OWN,
    forbidden: ['FORBIDDEN cityId'],
  },
  withdrawSignature: {
    input: () => ({ signatureId: idOf('Signature', 'london-clean-air'), withdrawnOn: `2026-02-${10 + (n++ % 18)}` }),
    allowed: OWN,
    forbidden: ['FORBIDDEN signatureId'],
  },
};

const callers: Record<string, () => Promise<Viewer>> = {
  london: () => desk.practitioner('london'),
  'another city': () => desk.practitioner('paris'),
  'the city of no row': () => desk.viewer(['PRACTITIONER']),
  'cool-cities manager': () => desk.manager('cool-cities'),
  'another manager': () => desk.manager('food-systems', 'water-security'),
  'london without the role': () => desk.viewer([], { city: 'london', networks: ['cool-cities'] }),
  'london as a manager': () => desk.viewer(['NETWORK_MANAGER'], { city: 'london' }),
  admin: () => desk.admin(),
};

beforeEach(async () => {
  // The same for each caller: what the one before has changed is as it was.
  await world.sql(`DELETE FROM adoption WHERE slug LIKE '%-london'`);
  await world.sql(`DELETE FROM signature WHERE slug = 'london-green-roof-accord'`);
  await world.sql(`DELETE FROM membership WHERE slug = 'quito-cool-cities'`);
  await world.sql(`UPDATE solution SET status = 'PUBLISHED' WHERE slug = 'cycle-superhighways-london'`);
  await world.sql(`UPDATE adoption SET confirmed = false WHERE slug = 'congestion-copenhagen'`);
  await world.sql(`DELETE FROM solution WHERE slug = 'draft-london'`);
  await world.sql(`INSERT INTO solution (slug, city_id, title, summary, original_locale, sector, status, visibility)
    SELECT 'draft-london', id, 'A draft', 'Not yet.', 'en', 'FOOD', 'DRAFT', 'PUBLIC' FROM city WHERE slug = 'london'`);
  await world.sql(`INSERT INTO adoption (slug, solution_id, city_id, kind, status, confirmed)
    SELECT 'green-roofs-london', s.id, c.id, 'REPLICATED', 'CONSIDERING', false FROM solution s, city c
    WHERE s.slug = 'green-roofs-tokyo' AND c.slug = 'london'`);
});

describe.each(mutationNames)('%s', (name) => {
  const { input, allowed, forbidden } = attempts[name];

  test.each(Object.keys(callers).map((caller) => [allowed.includes(caller) ? 'may' : 'may not', caller]))(
    '%s: %s',
    async (may, caller) => {
      await desk.told();
      const viewer = await callers[caller]!();
      if (may === 'may') {
        await desk.done(name, input(), viewer);
        expect(await desk.told()).not.toEqual([]);
      } else {
        expect(await desk.refused(name, input(), viewer)).toEqual(forbidden);
        expect(await desk.told()).toEqual([]);
      }
    },
  );

  test('anonymous callers are told to bring a token', async () => {
    const errors = await world.fail(documentOf(name), { variables: { input: input() } });
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['UNAUTHENTICATED']);
  });
});
