import { toGlobalId } from '../../graphql/global-id';

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];

/** How many bytes there is room for at first, and again after an answer that needed more than is worth keeping. */
const ROOM = 1 << 18;
const MAX_KEPT = 1 << 24;

/** The most bytes that UTF-8 takes for a unit of UTF-16. */
const MAX_UTF8 = 3;

/** Beyond as many bytes, a native copy is faster than a loop. */
const LONG = 32;

const BASE64URL = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');

/**
 * JSON in UTF-8, written from beginning to end. Strings that are put together become one long string that is gone through three times,
 * to make it flat, to measure it, to encode it, and one character beyond Latin-1 doubles all of it; here each character is looked at once.
 */
export class JsonBytes {
  /** How many bytes are written. */
  length = 0;
  private bytes = Buffer.allocUnsafeSlow(ROOM);

  /** Writes one ASCII character. */
  byte(code: number): void {
    this.reserve(1);
    this.bytes[this.length++] = code;
  }

  /** Writes what is JSON already. */
  raw(json: Uint8Array): void {
    const { length } = json;
    this.reserve(length);
    const { bytes } = this;
    if (length > LONG) bytes.set(json, this.length);
    else for (let i = 0, at = this.length; i < length; i++) bytes[at++] = json[i]!;
    this.length += length;
  }

  /** Writes what is JSON already. */
  text(json: string): void {
    this.reserve(json.length * MAX_UTF8);
    this.length += this.bytes.write(json, this.length);
  }

  /** Writes a number. @throws RangeError where JSON has none such */
  number(value: number): void {
    if (!Number.isFinite(value)) throw new RangeError(`Expected a finite number, but got ${value}.`);
    const digits = String(value);
    const { length } = digits;
    this.reserve(length);
    for (let i = 0, at = this.length; i < length; i++) this.bytes[at++] = digits.charCodeAt(i);
    this.length += length;
  }

  /** Writes a string, quoted and escaped. */
  string(text: string): void {
    const { length } = text;
    this.reserve(length * MAX_UTF8 + 2);
    const { bytes } = this;
    let at = this.length;
    bytes[at++] = QUOTE;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) {
        if (code < 0x20 || code === QUOTE || code === BACKSLASH) return this.escaped(text);
        bytes[at++] = code;
      } else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else {
        // Half of a pair: which stands for one character, or is escaped if the other half is missing.
        if (code >= 0xd800 && code < 0xe000) return this.escaped(text);
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      }
    }
    bytes[at++] = QUOTE;
    this.length = at;
  }

  /** Writes a global id, as toGlobalId makes it. */
  globalId(type: string, slug: string): void {
    const prefix = type.length + 1;
    const length = prefix + slug.length;
    this.reserve(length * 2 + 4);
    const { bytes } = this;
    let at = this.length;
    bytes[at++] = QUOTE;
    let [bits, held] = [0, 0];
    for (let i = 0; i < length; i++) {
      const code = i >= prefix ? slug.charCodeAt(i - prefix) : i === prefix - 1 ? COLON : type.charCodeAt(i);
      if (code >= 0x80) return this.string(toGlobalId(type, slug));
      bits = (bits << 8) | code;
      held += 8;
      while (held >= 6) bytes[at++] = BASE64URL[(bits >> (held -= 6)) & 0x3f]!;
    }
    if (held > 0) bytes[at++] = BASE64URL[(bits << (6 - held)) & 0x3f]!;
    bytes[at++] = QUOTE;
    this.length = at;
  }

  /** Writes once more what stands between two lengths. */
  again(from: number, to: number): void {
    this.reserve(to - from);
    this.bytes.copyWithin(this.length, from, to);
    this.length += to - from;
  }

  /** All that is written; what is written next begins anew. */
  take(): Buffer {
    const taken = Buffer.allocUnsafeSlow(this.length);
    this.bytes.copy(taken, 0, 0, this.length);
    this.clear();
    return taken;
  }

  clear(): void {
    this.length = 0;
    if (this.bytes.length > MAX_KEPT) this.bytes = Buffer.allocUnsafeSlow(ROOM);
  }

  private escaped(text: string): void {
    this.text(JSON.stringify(text));
  }

  private reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.bytes.length) return;
    const bytes = Buffer.allocUnsafeSlow(Math.max(wanted, this.bytes.length * 2));
    this.bytes.copy(bytes, 0, 0, this.length);
    this.bytes = bytes;
  }
}

// Answers are written in one go, one after another: all of them in the same place.
const place = new JsonBytes();

/** The bytes of what `write` writes. @throws what it throws */
export function jsonBytes(write: (out: JsonBytes) => void): Buffer {
  place.clear();
  write(place);
  return place.take();
}
