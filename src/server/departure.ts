/** Why something was ended: whoever had asked for it has gone. */
export class Departure extends Error {
  constructor() {
    super('Nobody waits for this any more.');
    this.name = 'AbortError';
  }
}
