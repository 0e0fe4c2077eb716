import { Webhook } from 'standardwebhooks';
import { isSecret, newSecret, signedHeaders } from '../../src/webhooks/signature';

test('the Standard Webhooks library takes our signatures, and those alone', () => {
  const secret = newSecret();
  const payload = '{"type":"SOLUTION_SHARED","title":"Ciclovía 自行车"}';
  const headers = signedHeaders(secret, 'msg-1', payload, Date.now());
  expect(new Webhook(secret).verify(payload, headers)).toEqual(JSON.parse(payload));
  expect(() => new Webhook(secret).verify(`${payload} `, headers)).toThrow();
  expect(() => new Webhook(newSecret()).verify(payload, headers)).toThrow();
  expect(() => new Webhook(secret).verify(payload, { ...headers, 'webhook-id': 'msg-2' })).toThrow();
});

test('secrets are as the specification writes and bounds them', () => {
  const of = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;
  for (const secret of [newSecret(), of(24), of(64)]) expect(isSecret(secret)).toBe(true);
  for (const secret of [of(23), of(65), 'whsec_', 'secret', of(32).slice(6), `${of(32)}!`, `${of(32)}\n`])
    expect(isSecret(secret)).toBe(false);
  expect(newSecret()).not.toBe(newSecret());
});
