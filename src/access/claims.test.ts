import { readClaims, type ClaimNames } from './claims';

const names: ClaimNames = {
  roles: 'roles',
  city: 'city',
  networks: 'networks',
  roleValues: { PRACTITIONER: 'practitioner', NETWORK_MANAGER: 'network-manager', ADMIN: 'admin' },
};

const NOTHING = { roles: [], citySlug: null, networkSlugs: [] };

test('roles, the city and the networks', () => {
  const payload = { roles: ['practitioner', 'network-manager', 'other'], city: 'quito', networks: ['a', 'b', 'a'] };
  expect(readClaims(payload, names)).toEqual({
    roles: ['PRACTITIONER', 'NETWORK_MANAGER'],
    citySlug: 'quito',
    networkSlugs: ['a', 'b'],
  });
});

test('lists may be texts with spaces, and a city a list of one', () => {
  const payload = { roles: 'network-manager practitioner', city: ['quito'], networks: 'a  b' };
  expect(readClaims(payload, names)).toMatchObject({ citySlug: 'quito', networkSlugs: ['a', 'b'] });
});

test('a city or networks without the role to them count for nothing', () => {
  expect(readClaims({ city: 'quito', networks: ['a'] }, names)).toEqual(NOTHING);
  expect(readClaims({ roles: ['admin'], city: 'quito', networks: ['a'] }, names)).toEqual({
    ...NOTHING,
    roles: ['ADMIN'],
  });
});

test('claims by path, and by names that have dots', () => {
  const payload = { realm_access: { roles: ['admin'] }, 'https://example.org/roles': ['practitioner'] };
  expect(readClaims(payload, { ...names, roles: 'realm_access.roles' }).roles).toEqual(['ADMIN']);
  expect(readClaims(payload, { ...names, roles: 'https://example.org/roles' }).roles).toEqual(['PRACTITIONER']);
});

test.each([
  [{ roles: { admin: true } }],
  [{ roles: [['admin'], 1, null] }],
  [{ roles: 'administrator' }],
  [{ roles: ['ADMIN'] }],
  [{ roles: null }],
])('another shape says nothing: %j', (payload) => {
  expect(readClaims(payload, names)).toEqual(NOTHING);
});

test('two cities are none', () => {
  expect(readClaims({ roles: ['practitioner'], city: ['quito', 'lima'] }, names).citySlug).toBe(null);
});

test('what objects inherit is no claim', () => {
  const roles = '__proto__.constructor.name';
  expect(readClaims({}, { ...names, roles, roleValues: { ...names.roleValues, ADMIN: 'Object' } })).toEqual(NOTHING);
});
