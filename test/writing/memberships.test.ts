import type { Viewer } from '../../src/access/viewer';
import { useWorld, type Json } from '../support/world';
import { cityId, Desk, idOf, networkId } from './desk';

const world = useWorld();
const desk = new Desk(world);

let manager: Viewer;
beforeAll(async () => {
  manager = await desk.manager('cool-cities', 'food-systems');
});
beforeEach(() => desk.told());

const input = (city: string, more: object = {}): object => ({
  cityId: cityId(city),
  networkId: networkId('cool-cities'),
  role: 'MEMBER',
  ...more,
});
const set = (city: string, more: object = {}): Promise<Json> => desk.done('setMembership', input(city, more), manager);
const end = (id: string, endedOn: string): Promise<Json> =>
  desk.done('endMembership', { membershipId: id, endedOn }, manager);
const told = async (): Promise<string[]> => (await desk.told()).map(({ type, subject }) => `${type} ${subject}`);
const periods = (city: string): Promise<Json[]> =>
  world.sql(
    `SELECT role, started_on::text AS from, ended_on::text AS until FROM membership
     WHERE city_id = (SELECT id FROM city WHERE slug = $1)
       AND network_id = (SELECT id FROM network WHERE slug = 'cool-cities') ORDER BY started_on NULLS FIRST`,
    [city],
  );

describe('setting', () => {
  test('takes a city into a network, which counts it', async () => {
    const members = async (): Promise<number> =>
      (await world.ask('{ network(slug: "cool-cities") { members { totalCount } } }')).network.members.totalCount;
    const before = await members();
    expect(await set('apia', { startedOn: '2020-02-29' })).toMatchObject({
      city: { slug: 'apia' },
      network: { slug: 'cool-cities' },
      role: 'MEMBER',
      startedOn: '2020-02-29',
      endedOn: null,
      current: true,
      datePrecision: 'DAY',
    });
    expect(await told()).toEqual(['MEMBERSHIP_SET Membership apia-cool-cities']);
    expect(await members()).toBe(before + 1);
  });

  test('from an unknown day on', async () => {
    expect(await set('suva')).toMatchObject({ startedOn: null, current: true, datePrecision: null });
  });

  test('corrects role and first day of who is a member', async () => {
    const id = (await set('quito')).id;
    expect(await set('quito', { role: 'LEAD' })).toMatchObject({ id, role: 'LEAD', startedOn: null });
    expect(await set('quito', { role: 'LEAD', startedOn: '2015-01-01' })).toMatchObject({
      id,
      startedOn: '2015-01-01',
    });
    expect(await set('quito', { role: 'LEAD', startedOn: '2014-01-01' })).toMatchObject({
      id,
      startedOn: '2014-01-01',
    });
    await told();
    await set('quito', { role: 'LEAD' });
    expect(await told()).toEqual([]);
    expect(await periods('quito')).toEqual([{ role: 'LEAD', from: '2014-01-01', until: null }]);
  });

  test('a new role from a later day on ends the old one on that day', async () => {
    await set('mombasa', { startedOn: '2015-01-01' });
    await told();
    const lead = await set('mombasa', { role: 'LEAD', startedOn: '2021-06-01' });
    expect(lead).toMatchObject({ role: 'LEAD', startedOn: '2021-06-01', current: true });
    expect(await periods('mombasa')).toEqual([
      { role: 'MEMBER', from: '2015-01-01', until: '2021-06-01' },
      { role: 'LEAD', from: '2021-06-01', until: null },
    ]);
    expect(await told()).toEqual([
      'MEMBERSHIP_ENDED Membership mombasa-cool-cities',
      expect.stringMatching(/^MEMBERSHIP_SET Membership mombasa-cool-cities-[a-z0-9]{6}$/),
    ]);
  });

  test('says that a membership of unknown end goes on', async () => {
    const before = await world.ask('{ city(slug: "sao-paulo") { memberships { nodes { id current } } } }');
    const [{ id, current }] = before.city.memberships.nodes;
    expect(current).toBeNull();
    expect(await set('sao-paulo')).toMatchObject({ id, current: true });
    expect(await told()).toHaveLength(1);
  });

  test('a known end to come holds for a new role too', async () => {
    expect(await set('copenhagen', { role: 'OBSERVER' })).toMatchObject({ endedOn: '2100-01-01', role: 'OBSERVER' });
    await set('copenhagen', { role: 'LEAD', startedOn: '2024-01-01' });
    await set('copenhagen', { role: 'LEAD', startedOn: '2100-01-01' });
    expect(await periods('copenhagen')).toEqual([
      { role: 'OBSERVER', from: '2013-01-01', until: '2024-01-01' },
      { role: 'LEAD', from: '2024-01-01', until: '2100-01-01' },
      { role: 'LEAD', from: '2100-01-01', until: null },
    ]);
  });

  test('who was there before, since nobody knows when, was there in the old role', async () => {
    await set('mexico-city');
    await set('mexico-city', { role: 'CO_LEAD', startedOn: '2026-01-01' });
    expect(await periods('mexico-city')).toEqual([
      { role: 'MEMBER', from: null, until: '2026-01-01' },
      { role: 'CO_LEAD', from: '2026-01-01', until: null },
    ]);
  });

  test('one that is to come is changed, not doubled', async () => {
    expect(await set('london', { startedOn: '2025-01-01' })).toMatchObject({ startedOn: '2025-01-01', current: true });
    expect(await periods('london')).toEqual([{ role: 'MEMBER', from: '2025-01-01', until: null }]);
  });

  test.each([
    ['earlier than the end of the last one', '2015-12-31'],
    ['of an unknown first day', null],
  ])('%s, it overlaps', async (_what, startedOn) => {
    await world.sql(`INSERT INTO membership (slug, city_id, network_id, role, started_on, ended_on)
      SELECT 'auckland-cool-cities', c.id, n.id, 'MEMBER', '2012-01-01', '2016-01-01' FROM city c, network n
      WHERE c.slug = 'auckland' AND n.slug = 'cool-cities' ON CONFLICT (slug) DO NOTHING`);
    expect(await desk.refused('setMembership', input('auckland', { startedOn }), manager)).toEqual([
      'CONFLICT startedOn',
    ]);
  });

  test('one that ended nobody knows when is in the way of the next', async () => {
    const again = input('bogota', { startedOn: '2020-01-01' });
    expect(await desk.refused('setMembership', again, manager)).toEqual(['CONFLICT startedOn']);
    expect(await end(idOf('Membership', 'bogota-cool-cities'), '2018-01-01')).toMatchObject({ current: false });
    expect(await desk.done('setMembership', again, manager)).toMatchObject({ current: true });
  });
});

describe('ending', () => {
  test('keeps the membership, and its lesser precision', async () => {
    const id = idOf('Membership', 'accra-cool-cities');
    expect(await end(id, '2025-03-01')).toMatchObject({
      startedOn: '2013-06-01',
      endedOn: '2025-03-01',
      current: false,
      datePrecision: 'MONTH',
    });
    expect(await told()).toEqual(['MEMBERSHIP_ENDED Membership accra-cool-cities']);
    await end(id, '2025-03-01');
    expect(await told()).toEqual([]);
    expect(await end(id, '2025-02-01')).toMatchObject({ endedOn: '2025-02-01' });
  });

  test('a day to come is no end yet', async () => {
    expect(await end(idOf('Membership', 'nairobi-food'), '2099-01-01')).toMatchObject({ current: true });
  });

  test.each([
    ['on its first day', 'paris-cool-cities', '2016-01-01', 'INVALID endedOn'],
    ['before its first day', 'paris-cool-cities', '2015-12-31', 'INVALID endedOn'],
    ['before all days', 'paris-cool-cities', '0000-12-31', 'INVALID endedOn'],
    ['after the next one begins', 'tokyo-cool-cities', '2016-01-02', 'CONFLICT endedOn'],
  ])('%s is refused', async (_what, slug, endedOn, mistake) => {
    const wrong = { membershipId: idOf('Membership', slug), endedOn };
    expect((await desk.refused('endMembership', wrong, manager))[0]).toBe(mistake);
    expect(await told()).toEqual([]);
  });
});
