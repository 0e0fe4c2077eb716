import type { IncomingMessage } from 'node:http';
import { addressOf, Connections } from './connections';

test('counts the connections of each caller', () => {
  const connections = new Connections(2);
  expect(['a', 'a', 'a', 'b'].map((caller) => connections.enter(caller))).toEqual([true, true, false, true]);
  connections.leave('a');
  expect(connections.enter('a')).toBe(true);
  expect(connections.enter('a')).toBe(false);
});

test('0 is no limit', () => {
  const connections = new Connections(0);
  expect(Array.from({ length: 1000 }, () => connections.enter('a'))).not.toContain(false);
});

test.each([
  ['as the socket has it, where no proxy is trusted', '6.6.6.6', 0, '10.0.0.1'],
  ['what the proxy adds', '6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
  ['what the first of two proxies adds', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2, '1.1.1.1'],
  ['as the socket has it, where the proxy adds nothing', undefined, 1, '10.0.0.1'],
  ['as the socket has it, where there are fewer entries than proxies', '1.1.1.1', 2, '10.0.0.1'],
])('the address of a request: %s', (_what, forwarded, proxies, expected) => {
  const request = { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } };
  expect(addressOf(request as unknown as IncomingMessage, proxies)).toBe(expected);
});
