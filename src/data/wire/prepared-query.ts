import pg from 'pg';

/** What the driver makes of a parameter: a text, or null. */
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => string | null } }).utils;

/**
 * Runs a statement that its connection has prepared, and whose columns are known. The driver would ask for these each time, and gather what
 * only RowsClient's own reading has.
 */
export class PreparedQuery implements pg.Submittable {
  private readonly values: (string | null)[];

  /**
   * @param isBinary whether its values are to come in binary
   * @param done called once it has ended, with the error if it has failed
   */
  constructor(
    private readonly statement: string,
    values: readonly unknown[],
    private readonly isBinary: boolean,
    private readonly done: (error: Error | null) => void,
  ) {
    this.values = values.map((value) => prepareValue(value));
  }

  submit(connection: pg.Connection): void {
    const { statement, values, isBinary } = this;
    connection.stream.cork();
    // Declared as a text, but the driver takes it as the flag that it is.
    connection.bind({ statement, values, binary: isBinary as never }, true);
    connection.execute(null, true);
    connection.sync();
    connection.stream.uncork();
  }

  handleCommandComplete(): void {
    // Its rows have come; whether it has failed, what follows tells.
  }

  handleReadyForQuery(): void {
    this.done(null);
  }

  handleError(error: Error): void {
    this.done(error);
  }
}
