import { fetchKeys } from '../../src/access/discovery';
import { Issuer } from '../support/issuer';

const issuer = new Issuer();
beforeAll(() => issuer.start());
afterAll(() => issuer.stop());

const CONFIGURATION = '/realms/cities/.well-known/openid-configuration';

/** What the issuer says of itself. */
function says(configuration: object): void {
  issuer.answer = (path) => (path === CONFIGURATION ? { status: 200, body: configuration } : undefined!);
}
afterEach(() => (issuer.answer = undefined));

test('finds the keys by way of the discovery document', async () => {
  const { keys } = await fetchKeys(issuer.url);
  expect(keys).toEqual([issuer.keys[0]!.publicJwk]);
});

test('an issuer that calls itself otherwise is named with both names', async () => {
  says({ issuer: `${issuer.url}/`, jwks_uri: `${issuer.url}/keys` });
  await expect(fetchKeys(issuer.url)).rejects.toThrow(
    `OIDC_ISSUER: expected the issuer that ${issuer.url}/.well-known/openid-configuration tells, "${issuer.url}/", ` +
      `got "${issuer.url}"`,
  );
});

test.each(['http://keys.example.org/keys', 'file:///etc/passwd', '/keys', 17, undefined])(
  'keys are not asked for at %p',
  async (address) => {
    says({ issuer: issuer.url, jwks_uri: address });
    await expect(fetchKeys(issuer.url)).rejects.toThrow(/^expected an https address as jwks_uri of/);
  },
);

test('a redirect is not followed', async () => {
  issuer.answer = () => ({ status: 302, body: {}, headers: { location: `${issuer.url}/elsewhere` } });
  issuer.requests.length = 0;
  await expect(fetchKeys(issuer.url)).rejects.toThrow();
  expect(issuer.requests).toEqual([CONFIGURATION]);
});

test('an error of the issuer is told with its status', async () => {
  issuer.answer = () => ({ status: 500, body: {} });
  await expect(fetchKeys(issuer.url)).rejects.toThrow(/^expected status 200 from .*, got 500$/);
});
