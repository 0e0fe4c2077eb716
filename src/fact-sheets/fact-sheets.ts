import { createHash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { scopeOf } from '../access/viewer';
import type { SheetLocale } from '../subgraphs/networks';
import type { Caller, Services } from '../subgraphs/context';
import { Printer } from './pdf/printer';

export interface SheetRequest {
  /** The slug of a network; undefined for all networks in one document, which there is as PDF alone. */
  network: string | undefined;
  locale: SheetLocale;
  format: 'html' | 'pdf';
}

export interface SheetDocument {
  body: Buffer;
  /** Of what it says: the same for the same data. */
  etag: string;
}

/** More sheets are asked for at once than are made at once. */
export class TooManySheets extends Error {}

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_MAKING = 32;

/** A sheet that is to be made: for whom, and of which state of the data. */
export interface Order {
  request: SheetRequest;
  caller: Caller;
  position: number;
  day: string;
}

/**
 * Makes fact sheets, each once for what has happened so far: until there is another event, or another day, it is kept, and who
 * asks while it is made waits for it. Those who may see the same get the same.
 */
export class FactSheets {
  private readonly printer: Printer;
  private readonly made: LRUCache<string, SheetDocument, Order>;
  private making = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly services: Services,
    logger: Logger,
  ) {
    this.printer = new Printer(logger);
    this.made = new LRUCache<string, SheetDocument, Order>({
      maxSize: MAX_BYTES,
      sizeCalculation: ({ body }) => body.byteLength,
      fetchMethod: (_key, _stale, { context }) => this.makeInTurn(context),
    });
  }

  /**
   * A sheet as its reader may see it; undefined where there is no such network.
   * @throws TooManySheets where so many others are being made that it would take long
   */
  async get(request: SheetRequest, caller: Caller): Promise<SheetDocument | undefined> {
    const { network = '', locale, format } = request;
    // Read afresh: what another process has written is in the log, and so in the sheet.
    const position = await this.services.log.head();
    const day = new Date().toISOString().slice(0, 10);
    const scope = JSON.stringify(scopeOf(caller.viewer));
    const key = [network, locale, format, position, day, caller.viewer !== null, scope].join(' ');
    return this.made.fetch(key, { context: { request, caller: { ...caller, locales: [locale] }, position, day } });
  }

  async close(): Promise<void> {
    await this.printer.close();
  }

  private async makeInTurn(order: Order): Promise<SheetDocument | undefined> {
    if (this.making >= MAX_MAKING)
      throw new TooManySheets(`Expected fewer than ${MAX_MAKING} sheets to be in the making.`);
    this.making += 1;
    try {
      // What makes sheets, the map of the world among it, is loaded for the first one.
      const { makeSheet } = require('./make') as typeof import('./make');
      const body = await makeSheet(order, { schema: this.schema, services: this.services, printer: this.printer });
      return body && { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
    } finally {
      this.making -= 1;
    }
  }
}
