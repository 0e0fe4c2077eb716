import type { Cidr } from '../../src/settings';
import { AddressPolicy } from '../../src/webhooks/addresses';
import { urlMistake } from '../../src/webhooks/endpoint-url';
import { send } from '../../src/webhooks/send';
import { useReceiver } from './receiver';

const LOOPBACK: Cidr[] = [{ address: '127.0.0.0', prefix: 8, family: 'ipv4' }];
const receiver = useReceiver();
const post = (path = '/', timeout = 5_000, policy = new AddressPolicy(LOOPBACK)) =>
  send(new URL(path, receiver.url), '{"a":"é"}', { 'webhook-id': 'one' }, policy, timeout);

test('what is sent arrives, and what is answered is told', async () => {
  receiver.handle = (_received, response) => void response.writeHead(202).end('thanks\0');
  expect(await post('/hooks?key=1')).toEqual({ status: 202, body: 'thanks', problem: null });
  expect(receiver.received).toEqual([
    {
      path: '/hooks?key=1',
      body: '{"a":"é"}',
      headers: expect.objectContaining({
        'content-type': 'application/json',
        'content-length': '10',
        'webhook-id': 'one',
      }),
    },
  ]);
});

test.each([400, 410, 500])('status %d is a failure', async (status) => {
  receiver.handle = (_received, response) => void response.writeHead(status).end('no');
  expect(await post()).toEqual({ status, body: 'no', problem: `it answered ${status}` });
});

test('redirects are not followed', async () => {
  receiver.handle = (_received, response) => void response.writeHead(307, { location: '/elsewhere' }).end();
  expect((await post()).problem).toBe('it answered 307, and redirects are not followed');
  expect(receiver.received).toHaveLength(1);
});

test('of a long answer the beginning is kept; one without an end is left', async () => {
  receiver.handle = (_received, response) => void response.writeHead(200).end('é'.repeat(40_000));
  expect((await post()).body).toBe('é'.repeat(512));
  const left = new Promise((resolve) => {
    receiver.handle = (_received, response) => {
      response.writeHead(200).on('close', resolve);
      const write = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384, 120)));
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    };
  });
  expect(await post()).toEqual({ status: 200, body: 'x'.repeat(1024), problem: null });
  await left;
});

test('who does not answer in time has not; who has given a status has', async () => {
  receiver.handle = () => undefined;
  expect(await post('/', 50)).toEqual({ status: null, body: '', problem: 'it did not answer within 50 ms' });
  receiver.handle = (_received, response) => void response.writeHead(200).write('begun');
  expect(await post('/', 1_000)).toEqual({ status: 200, body: 'begun', problem: null });
});

test('a cut or refused connection is told in words', async () => {
  receiver.handle = (_received, _response, request) => request.socket.destroy();
  expect((await post()).problem).toBe('the connection was cut');
  expect((await post('http://127.0.0.1:1/')).problem).toBe('the connection was refused');
  expect((await post(`https://127.0.0.1:${receiver.port}`)).problem).toMatch(/the connection failed|was cut/);
});

describe('an address that is refused is not connected to', () => {
  test('where it is in the URL', async () => {
    const closed = new AddressPolicy();
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433'])
      expect((await post(`http://${host}:${receiver.port}/`, 5_000, closed)).problem).toMatch(/private/);
    expect(receiver.received).toEqual([]);
  });

  test('where a name stands for it only at the second look', async () => {
    const answers = ['8.8.8.8', '127.0.0.1'];
    const asked: string[] = [];
    const policy = new AddressPolicy([], (hostname, _options, callback) => {
      asked.push(hostname);
      callback(null, [{ address: answers[asked.length - 1]!, family: 4 }]);
    });
    const url = `https://rebound.example:${receiver.port}/`;
    expect(await urlMistake(url, policy)).toBeNull();
    expect((await post(url, 5_000, policy)).problem).toBe('the address is private, local or reserved');
    expect(asked).toEqual(['rebound.example', 'rebound.example']);
    expect(receiver.received).toEqual([]);
  });

  test('and a name is looked up once for a connection', async () => {
    let looks = 0;
    const policy = new AddressPolicy(LOOPBACK, (_hostname, _options, callback) => {
      looks++;
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    });
    expect((await post(`http://hooks.example:${receiver.port}/`, 5_000, policy)).status).toBe(204);
    expect(looks).toBe(1);
  });
});
