import type { Viewer } from '../../src/access/viewer';
import { useWorld, type Json } from '../support/world';
import { cityId, Desk, idOf, networkId } from './desk';

const world = useWorld();
const desk = new Desk(world);

let suva: Viewer;
let manager: Viewer;
beforeAll(async () => {
  suva = await desk.practitioner('suva');
  manager = await desk.manager('food-systems');
});
beforeEach(() => desk.told());

const input = (cities: string[], more: object = {}): object => ({
  kind: 'STUDY_VISIT',
  participantIds: cities.map(cityId),
  ...more,
});
const record = (cities: string[], more: object = {}, viewer = suva): Promise<Json> =>
  desk.done('recordCollaboration', input(cities, more), viewer);
const refused = (cities: string[], more: object = {}, viewer = suva): Promise<string[]> =>
  desk.refused('recordCollaboration', input(cities, more), viewer);

test('a city records what it takes part in', async () => {
  const collaboration = await record(['apia', 'suva', 'auckland', 'suva'], {
    networkId: networkId('water-security'),
    title: 'Seawalls, seen',
    locale: 'en',
    startedOn: '2026-03-01',
    endedOn: '2026-03-05',
  });
  expect(collaboration).toEqual({
    id: idOf('Collaboration', 'seawalls-seen-apia-suva'),
    kind: 'STUDY_VISIT',
    title: 'Seawalls, seen',
    network: { slug: 'water-security' },
    startedOn: '2026-03-01',
    endedOn: '2026-03-05',
    datePrecision: 'DAY',
    participants: { nodes: [{ slug: 'apia' }, { slug: 'auckland' }, { slug: 'suva' }] },
  });
  expect(await desk.told()).toMatchObject([
    { type: 'COLLABORATION_RECORDED', subject: 'Collaboration seawalls-seen-apia-suva' },
  ]);
  const { city } = await world.ask('{ city(slug: "suva") { peers { edges { strength node { slug } } } } }');
  expect(city.peers.edges).toEqual([
    { strength: 0.5, node: { slug: 'auckland' } },
    { strength: 0.5, node: { slug: 'apia' } },
  ]);
});

test('without a title, a day or a network', async () => {
  expect(await record(['suva', 'tokyo'], { kind: 'PEER_EXCHANGE' })).toMatchObject({
    id: idOf('Collaboration', 'peer-exchange-suva-tokyo'),
    title: null,
    network: null,
    startedOn: null,
    endedOn: null,
    datePrecision: null,
  });
});

test('managers record what happens under their networks', async () => {
  await record(['paris', 'quito'], { networkId: networkId('food-systems') }, manager);
  expect(await refused(['paris', 'quito'], {}, manager)).toEqual(['FORBIDDEN participantIds']);
  expect(await refused(['paris', 'quito'], { networkId: networkId('cool-cities') }, manager)).toEqual([
    'FORBIDDEN participantIds',
  ]);
});

test.each([
  ['alone', ['suva'], {}, 'INVALID participantIds'],
  ['alone, twice', ['suva', 'suva'], {}, 'INVALID participantIds'],
  ['with a city that is not here', ['suva', 'atlantis'], {}, 'NOT_FOUND participantIds 1'],
  ['over before it begins', ['suva', 'apia'], { startedOn: '2026-03-01', endedOn: '2026-03-01' }, 'INVALID endedOn'],
  ['in two lines', ['suva', 'apia'], { title: 'a\nb' }, 'INVALID title'],
])('%s is refused', async (_what, cities, more, mistake) => {
  expect(await refused(cities, more)).toEqual([mistake]);
  expect(await desk.told()).toEqual([]);
});

test('nobody takes part', async () => {
  expect(await refused([])).toEqual(['INVALID participantIds', 'FORBIDDEN participantIds']);
});

test('more cities than anybody counts', async () => {
  const ids = Array.from({ length: 201 }, (_, i) => cityId(`city-${i}`));
  expect(
    await desk.refused('recordCollaboration', { kind: 'WORKSHOP', participantIds: ids }, await desk.admin()),
  ).toEqual(['INVALID participantIds']);
});
