import type { Message } from '../live/message';

// RFC 6455, 5.2: one whole message of text.
const FINAL_TEXT = 0x81;

/** The head of an unmasked WebSocket frame for so many bytes. */
export function frameHead(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL_TEXT, length]);
  if (length < 65_536) {
    const head = Buffer.from([FINAL_TEXT, 126, 0, 0]);
    head.writeUInt16BE(length, 2);
    return head;
  }
  const head = Buffer.alloc(10);
  head[0] = FINAL_TEXT;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

/** The message that tells cursors behind which subscriptions could go on, by the ids of these. */
export const cursorsMessage = (cursors: readonly (readonly [id: string, cursor: string])[]): string =>
  JSON.stringify({ type: 'ping', payload: { cursors: Object.fromEntries(cursors) } });

/** The end of all of a subscription's `next` messages: what is its own. */
export const frameEnd = (id: string): Buffer => Buffer.from(`,"id":${JSON.stringify(id)}}`);

/**
 * The beginning of the frame of a `next` message, all but its end: the same bytes for all subscriptions whose ids are as long. So a
 * message is written once, whoever gets it, and each connection sends two pieces that are there already.
 */
export const frameBegin = (message: Message, end: Buffer): Buffer =>
  message.as(`websocket ${end.length}`, ({ payload }) => {
    const text = Buffer.from(`{"type":"next","payload":${payload}`);
    return Buffer.concat([frameHead(text.length + end.length), text]);
  });
