import type { Viewer } from '../../src/access/viewer';
import { useWorld, type Json } from '../support/world';
import { cityId, Desk, idOf, networkId, solutionId } from './desk';

const world = useWorld();
const desk = new Desk(world);

let accra: Viewer;
let quito: Viewer;
let london: Viewer;
beforeAll(async () => {
  accra = await desk.practitioner('accra');
  quito = await desk.practitioner('quito');
  london = await desk.practitioner('london');
});
beforeEach(async () => {
  await world.sql(`DELETE FROM adoption WHERE city_id = (SELECT id FROM city WHERE slug = 'accra')`);
  await desk.told();
});

const input = (more: object = {}): object => ({
  solutionId: solutionId('congestion-charge-london'),
  cityId: cityId('accra'),
  kind: 'IMPROVED',
  ...more,
});
const record = (more: object = {}): Promise<Json> => desk.done('recordAdoption', input(more), accra);
const refused = (more: object): Promise<string[]> => desk.refused('recordAdoption', input(more), accra);

describe('recording', () => {
  test('with all that there is to it', async () => {
    const adoption = await record({
      status: 'IMPLEMENTED',
      adoptedOn: '2024-05-01',
      datePrecision: 'MONTH',
      learnedFromCityId: cityId('copenhagen'),
      viaNetworkId: networkId('cool-cities'),
      note: 'At rush hour alone.\n',
    });
    expect(adoption).toMatchObject({
      solution: { slug: 'congestion-charge-london' },
      city: { slug: 'accra' },
      learnedFrom: { slug: 'copenhagen' },
      kind: 'IMPROVED',
      status: 'IMPLEMENTED',
      adoptedOn: '2024-05-01',
      datePrecision: 'MONTH',
      via: { slug: 'cool-cities' },
      note: 'At rush hour alone.\n',
      confirmed: false,
      confirmedAt: null,
    });
    expect(await desk.told()).toMatchObject([
      { type: 'ADOPTION_RECORDED', subject: 'Adoption congestion-charge-london-accra' },
    ]);
    const { solution } = await world.ask('{ solution(slug: "congestion-charge-london") { adoptions { totalCount } } }');
    expect(solution.adoptions.totalCount).toBe(3);
  });

  test('without more than it needs: what is not said is unknown', async () => {
    expect(await record()).toMatchObject({
      status: 'CONSIDERING',
      learnedFrom: null,
      adoptedOn: null,
      datePrecision: null,
      via: null,
      note: null,
    });
  });

  test('a day is known to the day, unless it is said otherwise', async () => {
    expect(await record({ adoptedOn: '2024-05-17' })).toMatchObject({ adoptedOn: '2024-05-17', datePrecision: 'DAY' });
  });

  test.each([
    ['more than is known of a month', { adoptedOn: '2024-05-17', datePrecision: 'MONTH' }, 'INVALID adoptedOn'],
    ['more than is known of a year', { adoptedOn: '2024-05-01', datePrecision: 'YEAR' }, 'INVALID adoptedOn'],
    ['how exactly, of no day', { datePrecision: 'YEAR' }, 'INVALID datePrecision'],
    ['a day before all days', { adoptedOn: '0000-01-01' }, 'INVALID adoptedOn'],
    ['learnt from itself', { learnedFromCityId: cityId('accra') }, 'INVALID learnedFromCityId'],
    ['a draft', { solutionId: solutionId('secret-draft-nairobi') }, 'NOT_FOUND solutionId'],
    [
      'what is for members of networks that it is not in',
      { solutionId: solutionId('members-map-london') },
      'NOT_FOUND solutionId',
    ],
    ['what is withdrawn', { solutionId: solutionId('withdrawn-tokyo') }, 'CONFLICT solutionId'],
    ['its own solution', { solutionId: solutionId('air-sensors-accra') }, 'INVALID solutionId'],
  ])('%s is refused', async (_what, more, mistake) => {
    expect(await refused(more)).toEqual([mistake]);
    expect(await desk.told()).toEqual([]);
  });

  test('a solution is taken up once', async () => {
    await record();
    expect(await refused({ kind: 'REPLICATED' })).toEqual(['CONFLICT solutionId']);
  });
});

describe('confirming', () => {
  const confirm = (id: string, viewer: Viewer) => desk.write('confirmAdoption', { adoptionId: id }, viewer);

  test('is for the other side', async () => {
    const { id } = await record();
    expect((await confirm(id, accra)).userErrors).toMatchObject([{ code: 'FORBIDDEN', path: ['input', 'adoptionId'] }]);
    await desk.told();
    const { record: confirmed } = await confirm(id, london);
    expect(confirmed).toMatchObject({ confirmed: true });
    expect(Math.abs(Date.now() - Date.parse(confirmed.confirmedAt))).toBeLessThan(60_000);
    const who = await world.sql(`SELECT confirmed_by FROM adoption WHERE slug = 'congestion-charge-london-accra'`);
    expect(who).toEqual([{ confirmed_by: 'https://login.example.org somebody' }]);
    expect(await desk.told()).toMatchObject([{ type: 'ADOPTION_CONFIRMED' }]);
    expect((await confirm(id, london)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await desk.told()).toEqual([]);
  });

  test('holds for the record as it stands: what is revised is to be confirmed anew', async () => {
    const { id } = await record();
    await confirm(id, london);
    const unchanged = await desk.done('reviseAdoption', { adoptionId: id, kind: 'IMPROVED', note: null }, accra);
    expect(unchanged.confirmed).toBe(true);
    const revised = await desk.done('reviseAdoption', { adoptionId: id, status: 'IMPLEMENTED' }, accra);
    expect(revised).toMatchObject({ status: 'IMPLEMENTED', confirmed: false, confirmedAt: null });
    expect((await confirm(id, london)).record.confirmed).toBe(true);
  });
});

describe('revising', () => {
  const revise = (id: string, more: object): Promise<Json> =>
    desk.done('reviseAdoption', { adoptionId: id, ...more }, accra);

  test('changes what is given', async () => {
    const before = await record({ note: 'To begin with.', adoptedOn: '2024-01-01', datePrecision: 'YEAR' });
    const after = await revise(before.id, {
      kind: 'ACCELERATED',
      learnedFromCityId: cityId('london'),
      viaNetworkId: networkId('food-systems'),
    });
    const changed = { kind: 'ACCELERATED', learnedFrom: { slug: 'london' }, via: { slug: 'food-systems' } };
    expect(after).toEqual({ ...before, ...changed });
    expect((await revise(before.id, { note: '' })).note).toBeNull();
    expect(await revise(before.id, { adoptedOn: '2024-03-05' })).toMatchObject({ datePrecision: 'DAY' });
    const told = (await desk.told()).map(({ type }) => type);
    expect(told).toEqual(Array(4).fill('ADOPTION_RECORDED'));
  });

  test('what contradicts itself or the record is refused', async () => {
    const { id } = await record({ adoptedOn: '2024-05-17' });
    const wrong = { adoptionId: id, datePrecision: 'YEAR', learnedFromCityId: cityId('accra') };
    expect(await desk.refused('reviseAdoption', wrong, accra)).toEqual([
      'INVALID learnedFromCityId',
      'INVALID datePrecision',
    ]);
  });

  test('adoptions of what may not be seen are not found', async () => {
    const id = idOf('Adoption', 'members-map-paris');
    expect(await desk.refused('reviseAdoption', { adoptionId: id, note: 'x' }, quito)).toEqual([
      'NOT_FOUND adoptionId',
    ]);
    expect(await desk.refused('confirmAdoption', { adoptionId: id }, quito)).toEqual(['NOT_FOUND adoptionId']);
    expect((await desk.done('confirmAdoption', { adoptionId: id }, london)).confirmed).toBe(true);
  });
});
