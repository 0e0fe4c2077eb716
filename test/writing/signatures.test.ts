import type { Viewer } from '../../src/access/viewer';
import { useWorld } from '../support/world';
import { cityId, Desk, idOf } from './desk';

const world = useWorld();
const desk = new Desk(world);

let bogota: Viewer;
let london: Viewer;
let tokyo: Viewer;
beforeAll(async () => {
  bogota = await desk.practitioner('bogota');
  london = await desk.practitioner('london');
  tokyo = await desk.practitioner('tokyo');
});
beforeEach(() => desk.told());

const pledge = idOf('CollectiveAction', 'clean-air-pledge');
const sign = (city: string, more: object = {}): object => ({
  collectiveActionId: pledge,
  cityId: cityId(city),
  ...more,
});

test('a city signs', async () => {
  const accord = idOf('CollectiveAction', 'green-roof-accord');
  const input = sign('london', { collectiveActionId: accord, signedOn: '2026-02-03' });
  expect(await desk.done('signCollectiveAction', input, london)).toEqual({
    id: idOf('Signature', 'london-green-roof-accord'),
    city: { slug: 'london' },
    collectiveAction: { slug: 'green-roof-accord' },
    signedOn: '2026-02-03',
    withdrawnOn: null,
    datePrecision: 'DAY',
  });
  expect(await desk.told()).toMatchObject([{ type: 'SIGNATURE_SET', subject: 'Signature london-green-roof-accord' }]);
});

test('once, while the signature holds', async () => {
  expect(await desk.refused('signCollectiveAction', sign('london'), london)).toEqual(['CONFLICT collectiveActionId']);
  const input = sign('tokyo', { signedOn: '2026-02-03' });
  expect(await desk.refused('signCollectiveAction', input, tokyo)).toEqual(['CONFLICT collectiveActionId']);
  expect(await desk.told()).toEqual([]);
});

test('again, after it has withdrawn', async () => {
  const early = sign('bogota', { signedOn: '2021-12-31' });
  expect(await desk.refused('signCollectiveAction', early, bogota)).toEqual(['CONFLICT collectiveActionId']);
  await desk.done('signCollectiveAction', sign('bogota', { signedOn: '2022-01-01' }), bogota);
  const { city } = await world.ask('{ city(slug: "bogota") { signatures { nodes { signedOn withdrawnOn } } } }');
  expect(city.signatures.nodes).toEqual([
    { signedOn: '2022-01-01', withdrawnOn: null },
    { signedOn: '2019-10-11', withdrawnOn: '2022-01-01' },
  ]);
  const longer = { signatureId: idOf('Signature', 'bogota-clean-air'), withdrawnOn: '2022-01-02' };
  expect(await desk.refused('withdrawSignature', longer, bogota)).toEqual(['CONFLICT withdrawnOn']);
});

test('withdrawn, a signature stays on record', async () => {
  const input = { signatureId: idOf('Signature', 'london-clean-air'), withdrawnOn: '2026-05-01' };
  expect(await desk.done('withdrawSignature', input, london)).toMatchObject({
    signedOn: '2019-10-11',
    withdrawnOn: '2026-05-01',
  });
  expect(await desk.told()).toMatchObject([{ type: 'SIGNATURE_WITHDRAWN', subject: 'Signature london-clean-air' }]);
  await desk.done('withdrawSignature', input, london);
  expect(await desk.told()).toEqual([]);
  expect(await desk.done('withdrawSignature', { ...input, withdrawnOn: '2026-06-01' }, london)).toMatchObject({
    withdrawnOn: '2026-06-01',
  });
});

test('one that nobody knows the day of is withdrawn too', async () => {
  const input = { signatureId: idOf('Signature', 'tokyo-clean-air'), withdrawnOn: '2026-05-01' };
  expect(await desk.done('withdrawSignature', input, tokyo)).toMatchObject({ signedOn: null, datePrecision: 'DAY' });
});

test.each(['2019-10-11', '2019-10-10', '0000-01-01'])('it is not withdrawn before it was given: %s', async (day) => {
  const input = { signatureId: idOf('Signature', 'london-clean-air'), withdrawnOn: day };
  expect((await desk.refused('withdrawSignature', input, london))[0]).toBe('INVALID withdrawnOn');
});
