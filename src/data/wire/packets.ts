/** The letter that says what a message is, and the length of the rest, which counts itself. */
export const HEADER = 5;

/** Takes a message: its letter as a code, where what follows its header begins, and where it ends. */
export type TakePacket = (code: number, bytes: Buffer, start: number, end: number) => void;

const NOTHING = Buffer.alloc(0);

/** Cuts what PostgreSQL sends, in chunks that end anywhere, into its messages. */
export class Packets {
  /** The beginning of a message that is not whole yet. */
  private chunks: Buffer[] = [];
  private held = 0;
  /** How many bytes must be there before there is a whole message. */
  private wanted = HEADER;

  constructor(private readonly take: TakePacket) {}

  /** @throws what `take` throws */
  push(chunk: Buffer): void {
    this.held += chunk.length;
    // Put together once all of it is there: a long value comes in many chunks.
    this.chunks.push(chunk);
    if (this.held < this.wanted) return;
    const bytes = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks, this.held);
    const rest = this.cut(bytes);
    this.chunks = rest.length > 0 ? [rest] : [];
    this.held = rest.length;
  }

  /** Gives all messages that are whole, and what is left. */
  private cut(bytes: Buffer): Buffer {
    let start = 0;
    for (;;) {
      const left = bytes.length - start;
      this.wanted = left < HEADER ? HEADER : 1 + bytes.readUInt32BE(start + 1);
      if (left < this.wanted) return left > 0 ? bytes.subarray(start) : NOTHING;
      this.take(bytes[start]!, bytes, start + HEADER, (start += this.wanted));
    }
  }
}
