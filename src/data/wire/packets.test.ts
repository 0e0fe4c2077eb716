import fc from 'fast-check';
import { packet } from '../../../test/support/packet';
import { Packets } from './packets';

function cut(chunks: readonly Buffer[]): [string, string][] {
  const found: [string, string][] = [];
  const packets = new Packets((code, bytes, start, end) =>
    found.push([String.fromCharCode(code), bytes.toString(undefined, start, end)]),
  );
  for (const chunk of chunks) packets.push(chunk);
  return found;
}

const messages = fc.array(fc.tuple(fc.constantFrom('D', 'T', 'Z'), fc.string({ maxLength: 40 })));

test('messages are the same wherever chunks end', () => {
  const cuts = fc.array(fc.integer({ min: 0, max: 1000 }));
  const property = fc.property(messages, cuts, (sent, places) => {
    const bytes = Buffer.concat(sent.map(([letter, content]) => packet(letter, content)));
    const ends = [...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
    const chunks = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
    expect(cut(chunks)).toEqual(sent);
  });
  fc.assert(property);
});

test('a message is given once it is whole', () => {
  const bytes = packet('D', 'a long value');
  expect(cut([bytes.subarray(0, 3), bytes.subarray(3, -1)])).toEqual([]);
  expect(cut([bytes.subarray(0, 3), bytes.subarray(3, -1), bytes.subarray(-1)])).toEqual([['D', 'a long value']]);
});
