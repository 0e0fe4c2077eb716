import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Row } from '../database';
import { HEADER, Packets } from './packets';
import { Reading } from './reading';

const [ROW_DESCRIPTION, DATA_ROW] = [0x54, 0x44];

/** What the driver does with what PostgreSQL sends. */
type Listening = pg.Connection & { attachListeners: (stream: EventEmitter) => void };

/**
 * A connection whose statements' rows are taken straight out of what PostgreSQL sends: the driver makes a message of each row, a string of
 * each value, and of that the value. Everything but rows is the driver's.
 */
export class RowsClient extends pg.Client {
  private reading: Reading | undefined;

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
   * Runs a statement, and gives its rows as arrays. No other one may be waiting.
   *
   * By callback: where the driver promises a result, each holds the next one until old objects are collected, and none goes with the
   * young ones, which then take fifty times as long.
   */
  rows(query: pg.QueryConfig): Promise<Row[]> {
    const reading = (this.reading = new Reading());
    return new Promise((resolve, reject) => {
      this.query(query, (error: Error | null) => {
        this.reading = undefined;
        if (error ?? reading.failure) reject((error ?? reading.failure)!);
        else resolve(reading.rows);
      });
    });
  }
}
