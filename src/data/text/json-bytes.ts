const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];

/** How many bytes there is room for at first, and again after an answer that needed more than is worth keeping. */
const ROOM = 1 << 18;
const MAX_KEPT = 1 << 24;

/** The most bytes that UTF-8 takes for a unit of UTF-16. */
const MAX_UTF8 = 3;

const [MINUS, POINT, ZERO] = [0x2d, 0x2e, 0x30];

/** Numbers are printed here up to as many decimals, and with so few digits in all that they are exact. */
const DECIMALS = 8;
const SCALE = 10 ** DECIMALS;
const MAX_PRINTED = 1e15;

/** What is not larger is printed with an exponent. */
const MIN_FRACTION = 1e-6;

/** What is taken apart into digits is at most that: an integer of 32 bits. Of longer ones it is each half. */
const MAX_INT = 2 ** 31 - 1;
const HALF_DIGITS = 7;
const HALF = 10 ** HALF_DIGITS;
const MAX_DIGITS = 32;

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

  /**
   * Writes a number. V8 keeps the text of each number that it prints, which fills the space of old objects with them; so numbers of few
   * digits, which most are, are printed here.
   * @throws RangeError where JSON has none such
   */
  number(value: number): void {
    const size = Math.abs(value);
    if (size <= MAX_INT) {
      const whole = Math.floor(size);
      const scaled = Math.round(size * SCALE);
      if (whole === size) return this.decimal(value < 0, whole, 0);
      // What is scaled without loss has no more decimals.
      if (scaled < MAX_PRINTED && scaled / SCALE === size && size > MIN_FRACTION)
        return this.decimal(value < 0, whole, scaled - whole * SCALE);
    }
    if (!Number.isFinite(value)) throw new RangeError(`Expected a finite number, but got ${value}.`);
    if (Number.isSafeInteger(value) && size < MAX_PRINTED) this.long(value < 0, size);
    else this.text(String(value));
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

  /** Writes a text that is UTF-8 as a string, quoted and escaped. */
  utf8(from: Buffer, start: number, end: number): void {
    this.reserve(end - start + 2);
    const { bytes } = this;
    let at = this.length;
    bytes[at++] = QUOTE;
    for (let i = start; i < end; i++) {
      const code = from[i]!;
      if (code < 0x20 || code === QUOTE || code === BACKSLASH) return this.escaped(from.toString('utf8', start, end));
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.length = at;
  }

  /** Writes a global id, as toGlobalId makes it. */
  globalId(type: string, slug: string): void {
    let at = this.prefix(type, slug.length);
    for (let i = 0; i < slug.length; i++) {
      const code = slug.charCodeAt(i);
      if (code >= 0x80) return this.globalIdOf(type, Buffer.from(slug), 0, Buffer.byteLength(slug));
      this.bytes[at++] = code;
    }
    this.base64url(at - slug.length - type.length - 1, at);
  }

  /** The same of a slug in UTF-8. */
  globalIdOf(type: string, slug: Uint8Array, start: number, end: number): void {
    let at = this.prefix(type, end - start);
    for (let i = start; i < end; i++) this.bytes[at++] = slug[i]!;
    this.base64url(at - (end - start) - type.length - 1, at);
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

  /** Writes what global ids begin with so far behind that there is room before it for the outcome; gives the place of the slug. */
  private prefix(type: string, slugLength: number): number {
    const length = type.length + 1 + slugLength;
    this.reserve(length * 3);
    const { bytes } = this;
    let at = this.length + length * 2;
    for (let i = 0; i < type.length; i++) bytes[at++] = type.charCodeAt(i);
    bytes[at++] = COLON;
    return at;
  }

  /** Writes bytes that stand further behind, as a string of RFC 4648's base64url. */
  private base64url(start: number, end: number): void {
    const { bytes } = this;
    let at = this.length;
    bytes[at++] = QUOTE;
    let i = start;
    for (; i + 2 < end; i += 3) {
      const bits = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!;
      bytes[at++] = BASE64URL[bits >> 18]!;
      bytes[at++] = BASE64URL[(bits >> 12) & 0x3f]!;
      bytes[at++] = BASE64URL[(bits >> 6) & 0x3f]!;
      bytes[at++] = BASE64URL[bits & 0x3f]!;
    }
    if (i < end) {
      const bits = (bytes[i]! << 16) | (i + 1 < end ? bytes[i + 1]! << 8 : 0);
      bytes[at++] = BASE64URL[bits >> 18]!;
      bytes[at++] = BASE64URL[(bits >> 12) & 0x3f]!;
      if (i + 1 < end) bytes[at++] = BASE64URL[(bits >> 6) & 0x3f]!;
    }
    bytes[at++] = QUOTE;
    this.length = at;
  }

  /** @param whole up to MAX_INT @param fraction in units of 1 / SCALE */
  private decimal(isNegative: boolean, whole: number, fraction: number): void {
    this.reserve(MAX_DIGITS);
    if (isNegative) this.bytes[this.length++] = MINUS;
    this.integer(whole, 1);
    if (fraction === 0) return;
    this.bytes[this.length++] = POINT;
    let [rest, places] = [fraction | 0, DECIMALS];
    for (let next = (rest / 10) | 0; next * 10 === rest; next = (rest / 10) | 0) {
      rest = next;
      places--;
    }
    this.integer(rest, places);
  }

  /** An integer beyond MAX_INT: by halves, which are within it. */
  private long(isNegative: boolean, size: number): void {
    this.reserve(MAX_DIGITS);
    if (isNegative) this.bytes[this.length++] = MINUS;
    const high = Math.floor(size / HALF);
    this.integer(high, 1);
    this.integer(size - high * HALF, HALF_DIGITS);
  }

  /** @param value up to MAX_INT @param places how many digits at least */
  private integer(value: number, places: number): void {
    let rest = value | 0;
    let count = 1;
    for (let limit = 10; rest >= limit && count < 10; limit *= 10) count++;
    if (count < places) count = places;
    const { bytes } = this;
    for (let at = this.length + count - 1; at >= this.length; at--) {
      const next = (rest / 10) | 0;
      bytes[at] = ZERO + rest - next * 10;
      rest = next;
    }
    this.length += count;
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
