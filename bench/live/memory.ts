/** The resident memory of this process once it has let go of what it does not need, in bytes. Needs --expose-gc. */
export function memory(): number {
  globalThis.gc!();
  return process.memoryUsage().rss;
}
