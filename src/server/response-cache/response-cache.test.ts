import { Changes } from '../../data/changes';
import { ResponseCache, type Made } from './response-cache';

interface Text {
  text: string;
}

class Told extends Changes {
  isCurrent = true;
}

const made = (text: string, ...sources: string[]): Made<Text> => ({ answer: { text }, sources });

/** Something that is made, when the test says so. */
function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

let changes: Told;
let cache: ResponseCache<Text>;
beforeEach(() => {
  changes = new Told();
  cache = new ResponseCache<Text>(changes, 10_000, ({ text }) => text.length);
});

const never = (): Promise<Made<Text>> => Promise.reject(new Error('Expected nothing to be made.'));
const ask = (text: string, ...sources: string[]) => cache.answer('key', () => Promise.resolve(made(text, ...sources)));

test('an answer is made once, as long as nothing changes that it is made of', async () => {
  expect(await ask('first', 'city', 'network')).toEqual({ answer: { text: 'first' }, from: 'miss' });
  changes.tell(['solution']);
  expect(await cache.answer('key', never)).toEqual({ answer: { text: 'first' }, from: 'hit' });
  changes.tell(['solution', 'network']);
  expect(await ask('second', 'city')).toEqual({ answer: { text: 'second' }, from: 'miss' });
  changes.tell(['network']);
  expect(await cache.answer('key', never)).toEqual({ answer: { text: 'second' }, from: 'hit' });
  changes.tellAll();
  expect((await ask('third', 'city')).from).toBe('miss');
  expect(cache.counts).toEqual({ hit: 2, miss: 3, shared: 0, bypass: 0 });
});

test('what changes while an answer is made makes it old', async () => {
  const making = deferred<Made<Text>>();
  const first = cache.answer('key', () => making.promise);
  changes.tell(['city']);
  making.resolve(made('old', 'city'));
  expect((await first).from).toBe('miss');
  expect(await ask('new', 'city')).toEqual({ answer: { text: 'new' }, from: 'miss' });
});

test('who asks the same at the same time shares one making', async () => {
  const making = deferred<Made<Text>>();
  const first = cache.answer('key', () => making.promise);
  const others = [cache.answer('key', never), cache.answer('key', never)];
  making.resolve(made('one', 'city'));
  expect((await first).from).toBe('miss');
  for (const other of await Promise.all(others)) expect(other).toEqual({ answer: { text: 'one' }, from: 'shared' });
});

test('but not one that began before a change, whatever it is of', async () => {
  const making = deferred<Made<Text>>();
  const first = cache.answer('key', () => making.promise);
  changes.tell(['city']);
  expect(await ask('after', 'city')).toEqual({ answer: { text: 'after' }, from: 'miss' });
  making.resolve(made('before', 'city'));
  await first;
  expect((await cache.answer('key', never)).answer.text).toBe('after');
});

test('what must not be kept is neither kept nor shared', async () => {
  const making = deferred<Made<Text>>();
  const first = cache.answer('key', () => making.promise);
  const second = ask('mine');
  making.resolve({ answer: { text: 'theirs' }, sources: null });
  expect((await first).answer.text).toBe('theirs');
  expect((await second).answer.text).toBe('mine');
});

test('a failure is told to whom it met; others try again', async () => {
  const making = deferred<Made<Text>>();
  const first = cache.answer('key', () => making.promise);
  const second = ask('better', 'city');
  making.reject(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  expect((await second).answer.text).toBe('better');
});

test('while changes are not known of, everything is made', async () => {
  await ask('kept', 'city');
  changes.isCurrent = false;
  expect(await ask('made', 'city')).toEqual({ answer: { text: 'made' }, from: 'bypass' });
});

test('memory has a bound', async () => {
  for (let i = 0; i < 1000; i++) {
    await cache.answer(`key ${i}`, () => Promise.resolve(made('x'.repeat(i % 100), 'city')));
    expect(cache.size).toBeLessThanOrEqual(10_000);
  }
  await cache.answer('large', () => Promise.resolve(made('x'.repeat(20_000), 'city')));
  expect((await cache.answer('large', () => Promise.resolve(made('again', 'city')))).from).toBe('miss');
});
