import type { Cidr } from '../../src/settings';
import { AddressPolicy } from '../../src/webhooks/addresses';
import { urlMistake } from '../../src/webhooks/endpoint-url';

const LOOPBACK: Cidr[] = [{ address: '127.0.0.0', prefix: 8, family: 'ipv4' }];
const policy = new AddressPolicy();

const refused = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.254'],
  ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.192', '192.168.1.1', '198.18.0.1', '224.0.0.1'],
  ...['239.255.255.250', '240.0.0.1', '255.255.255.255', '192.0.2.1', '198.51.100.1', '203.0.113.1', '192.88.99.1'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1'],
  ...['fe80::1', 'fe80::1%eth0', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '100::1', '2002:7f00:1::'],
  ...['2001::1', '2001:db8::1', '3fff::1', '4000::1'],
];

test.each(refused)('%s is not on the public internet', (address) => {
  expect(() => policy.check(address, 'https:')).toThrow('private, local or reserved');
});

test.each(['8.8.8.8', '100.63.255.255', '100.128.0.1', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
  '%s is, and takes https alone',
  (address) => {
    expect(() => policy.check(address, 'https:')).not.toThrow();
    expect(() => policy.check(address, 'http:')).toThrow('https only');
  },
);

test('what is allowed may be anything, by http too; the rest stays refused', () => {
  const allowing = new AddressPolicy([...LOOPBACK, { address: 'fd00::', prefix: 8, family: 'ipv6' }]);
  for (const address of ['127.0.0.1', '127.9.9.9', 'fd12::1', '::ffff:127.0.0.1'])
    expect(() => allowing.check(address, 'http:')).not.toThrow();
  for (const address of ['10.0.0.1', '::1', 'fc00::1']) expect(() => allowing.check(address, 'https:')).toThrow();
});

describe('a URL to deliver to', () => {
  const resolver = (addresses: string[]) =>
    new AddressPolicy([], (_hostname, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    );

  test.each([
    ['ftp://example.org/', 'Expected an https URL'],
    ['nonsense', 'Expected an https URL'],
    ['https://user:secret@example.org/', 'without a user name and password'],
    ['https://127.0.0.1/', 'private, local or reserved'],
    ['https://2130706433/', 'private, local or reserved'],
    ['https://0x7f.1/', 'private, local or reserved'],
    ['https://[::1]/', 'private, local or reserved'],
    ['https://[::ffff:169.254.169.254]/', 'private, local or reserved'],
    ['https://localhost/', 'private, local or reserved'],
    ['http://8.8.8.8/', 'https only'],
    ['https://no-such-host.invalid/', 'looking it up failed'],
  ])('is none: %s', async (url, mistake) => {
    expect(await urlMistake(url, policy)).toContain(mistake);
    expect(await urlMistake(url, policy)).not.toContain('secret@');
  });

  test('is fine where every address of its host may be sent to, and not where one may not', async () => {
    expect(await urlMistake('https://hooks.example/', resolver(['8.8.8.8', '2606:4700::1111']))).toBeNull();
    expect(await urlMistake('https://hooks.example/', resolver(['8.8.8.8', '10.0.0.1']))).toContain('private');
    expect(await urlMistake('http://127.0.0.1:8080/', new AddressPolicy(LOOPBACK))).toBeNull();
  });
});
