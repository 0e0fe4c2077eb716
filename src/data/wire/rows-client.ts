import { EventEmitter } from 'node:events';
import type pg from 'pg';
import { PooledClient } from '../pooled-client';
import { HEADER, Packets } from './packets';
import { PreparedQuery } from './prepared-query';
import type { Columns } from './decoders';
import { Reading } from './reading';
import type { MakeRow } from './sent-row';

const [ROW_DESCRIPTION, DATA_ROW] = [0x54, 0x44];

/** What the driver does with what PostgreSQL sends. */
type Listening = pg.Connection & { attachListeners: (stream: EventEmitter) => void };

/**
 * A connection whose statements' rows are taken straight out of what PostgreSQL sends: the driver makes a message of each row, a string of
 * each value, and of that the value. All else is the driver's, but for how a statement is run again.
 */
export class RowsClient extends PooledClient {
  private reading: Reading<unknown> | undefined;
  /** Of prepared statements, by their names: PostgreSQL refuses to run one whose columns have become others. */
  private readonly columns = new Map<string, Columns>();

  constructor(config?: pg.ClientConfig) {
    super(config);
    const connection = this.connection as Listening;
    const attachListeners = connection.attachListeners.bind(connection);
    connection.attachListeners = (stream) => {
      const others = new EventEmitter();
      attachListeners(others);
      const packets = new Packets((code, bytes, start, end) => {
        if (this.reading && code === DATA_ROW) this.reading.row(bytes, start, end);
        else if (this.reading && code === ROW_DESCRIPTION) this.reading.describe(bytes, start);
        else others.emit('data', bytes.subarray(start - HEADER, end));
      });
      stream.on('data', (chunk: Buffer) => packets.push(chunk));
    };
  }

  /**
   * Runs a statement, and gives what `make` makes of its rows. No other one may be waiting.
   *
   * By callback: where the driver promises a result, each holds the next one until old objects are collected, and none goes with the
   * young ones, which then take fifty times as long.
   */
  rows<R>(query: pg.QueryConfig, make: MakeRow<R>): Promise<R[]> {
    const { name = '', values = [] } = query;
    const known = this.columns.get(name);
    const reading = new Reading(make, known);
    return new Promise((resolve, reject) => {
      const done = (error: Error | null): void => {
        this.reading = undefined;
        const columns = reading.columnsAgain;
        if (name && !error && !known && columns) this.columns.set(name, columns);
        if (error ?? reading.failure) reject((error ?? reading.failure)!);
        else resolve(reading.rows);
      };
      const prepared = known && new PreparedQuery(name, values, known.isBinary, done);
      this.reading = reading;
      if (prepared) this.query(prepared);
      else this.query(query, done);
    });
  }
}
