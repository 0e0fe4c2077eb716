/** One event as a subscription tells it: written once, for all who get the same. */
export class Message {
  private readonly encodings = new Map<string, Buffer>();

  /**
   * @param position the event's place in the log
   * @param cursor the same, as clients know it
   * @param payload the execution result, as JSON
   */
  constructor(
    readonly position: number,
    readonly cursor: string,
    readonly payload: string,
  ) {}

  /**
   * The bytes that a transport sends for it: made once for each format, and shared by all that ask for it. Whoever gets them must not
   * change them.
   */
  as(format: string, encode: (message: Message) => Buffer): Buffer {
    let bytes = this.encodings.get(format);
    if (!bytes) this.encodings.set(format, (bytes = encode(this)));
    return bytes;
  }
}
