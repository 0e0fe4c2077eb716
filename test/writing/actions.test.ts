import type { Viewer } from '../../src/access/viewer';
import { useWorld, type Json } from '../support/world';
import { cityId, Desk, idOf, networkId } from './desk';

const world = useWorld();
const desk = new Desk(world);

let bogota: Viewer;
beforeAll(async () => {
  bogota = await desk.practitioner('bogota');
});
beforeEach(() => desk.told());

const input = (more: object = {}): object => ({
  cityId: cityId('bogota'),
  title: 'Cables aéreos',
  sector: 'TRANSPORT',
  status: 'PLANNED',
  reportedOn: '2025-06-30',
  ...more,
});
const report = (more: object = {}): Promise<Json> => desk.done('reportAction', input(more), bogota);
const refused = (more: object): Promise<string[]> => desk.refused('reportAction', input(more), bogota);

test('a city reports what it does, and what its peers had a part in', async () => {
  const action = await report({
    locale: 'ES',
    influences: ['FASTER', 'NEW', 'FASTER'],
    influencedByNetworkIds: [networkId('cool-cities'), networkId('bus-lanes'), networkId('bus-lanes')],
  });
  expect(action).toEqual({
    id: idOf('Action', 'cables-aereos-bogota'),
    city: { slug: 'bogota' },
    title: 'Cables aéreos',
    sector: 'TRANSPORT',
    status: 'PLANNED',
    reportedOn: '2025-06-30',
    datePrecision: 'DAY',
    influences: ['FASTER', 'NEW'],
    influencedBy: [{ slug: 'bus-lanes' }, { slug: 'cool-cities' }],
    revisionOf: null,
  });
  expect(await world.sql(`SELECT original_locale FROM action WHERE slug = 'cables-aereos-bogota'`)).toEqual([
    { original_locale: 'es' },
  ]);
  expect(await desk.told()).toMatchObject([{ type: 'ACTION_REPORTED', subject: 'Action cables-aereos-bogota' }]);
});

test('not answered, and nothing, are two answers', async () => {
  expect((await report()).influences).toBeNull();
  expect((await report({ influences: null })).influences).toBeNull();
  expect((await report({ influences: [] })).influences).toEqual([]);
  expect(await refused({ influences: [], influencedByNetworkIds: [networkId('bus-lanes')] })).toEqual([
    'INVALID influencedByNetworkIds',
  ]);
});

test('where the language of the title is not told, it is not known, and shown to everybody', async () => {
  const { id } = await report({ title: 'Teleférico' });
  const { node } = await world.ask(`{ node(id: "${id}") { ... on Action { title(locale: "fr") } } }`);
  expect(node.title).toBe('Teleférico');
});

describe('a later report', () => {
  const earlier = idOf('Action', 'bogota-buses-2022');

  test('takes the place of an earlier one', async () => {
    const action = await report({ revisionOfId: earlier, status: 'COMPLETED', reportedOn: '2022-06-30' });
    expect(action.revisionOf).toEqual({ id: earlier });
  });

  test.each([
    ['of another city', { revisionOfId: idOf('Action', 'london-buses') }, 'INVALID revisionOfId'],
    ['of nothing', { revisionOfId: idOf('Action', 'no-such') }, 'NOT_FOUND revisionOfId'],
    ['of a solution', { revisionOfId: idOf('Solution', 'ciclovia-bogota') }, 'NOT_FOUND revisionOfId'],
    ['of a later day', { revisionOfId: earlier, reportedOn: '2022-06-29' }, 'INVALID reportedOn'],
  ])('%s is refused', async (_what, more, mistake) => {
    expect(await refused(more)).toEqual([mistake]);
    expect(await desk.told()).toEqual([]);
  });
});
