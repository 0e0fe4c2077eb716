/** What toString ends in: for short texts, it takes longer to get there than to be there. */
type SlicedBuffer = Buffer & Record<'utf8Slice' | 'latin1Slice', (start: number, end: number) => string>;

/** Characters: V8 copies shorter ones out of a string, and has longer ones hold all of it. */
const SHORT = 12;

/**
 * A row as it was sent. To leave JavaScript takes longer than to make a short text: the short ones that are ASCII, which most are, are cut
 * out of one string for all of the row.
 */
export class RowBytes {
  private all: string | undefined;

  constructor(
    readonly bytes: Buffer,
    private readonly start: number,
    private readonly end: number,
  ) {}

  text(start: number, end: number): string {
    const bytes = this.bytes as SlicedBuffer;
    if (end - start > SHORT || !isAscii(bytes, start, end)) return bytes.utf8Slice(start, end);
    this.all ??= bytes.latin1Slice(this.start, this.end);
    return this.all.slice(start - this.start, end - this.start);
  }
}

function isAscii(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x80) return false;
  return true;
}
