import { isAdmin, mayActFor, mayManage } from './rights';
import { scopeOf, type RoleName, type Viewer } from './viewer';

const viewer = (...roles: RoleName[]): Viewer => ({
  subject: 'somebody',
  issuer: 'https://login.example.org',
  roles,
  city: { rowId: 1, slug: 'quito' },
  networks: [{ rowId: 7, slug: 'cool-cities' }],
  expiresAt: 4_000_000_000,
});

const rights = (who: Viewer | null) => ({
  admin: isAdmin(who),
  ownCity: mayActFor(who, 1),
  otherCity: mayActFor(who, 2),
  ownNetwork: mayManage(who, 7),
  otherNetwork: mayManage(who, 1),
});

const none = { admin: false, ownCity: false, otherCity: false, ownNetwork: false, otherNetwork: false };

test.each<[string, Viewer | null, Partial<typeof none>]>([
  ['an anonymous caller', null, {}],
  ['somebody without a role', viewer(), {}],
  ['a practitioner', viewer('PRACTITIONER'), { ownCity: true }],
  ['a practitioner whose city is not here', { ...viewer('PRACTITIONER'), city: null }, {}],
  ['a manager', viewer('NETWORK_MANAGER'), { ownNetwork: true }],
  ['both', viewer('PRACTITIONER', 'NETWORK_MANAGER'), { ownCity: true, ownNetwork: true }],
  ['an admin', viewer('ADMIN'), { admin: true, ownCity: true, otherCity: true, ownNetwork: true, otherNetwork: true }],
])('what %s may do', (_name, who, may) => {
  expect(rights(who)).toEqual({ ...none, ...may });
});

test('what a role does not give is no part of the scope', () => {
  expect(scopeOf(viewer())).toEqual({ isAdmin: false, cityId: null, networkIds: [] });
  expect(scopeOf(viewer('PRACTITIONER'))).toEqual({ isAdmin: false, cityId: 1, networkIds: [] });
  expect(scopeOf(viewer('NETWORK_MANAGER'))).toEqual({ isAdmin: false, cityId: null, networkIds: [7] });
});
