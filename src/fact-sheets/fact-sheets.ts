import { createHash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { scopeOf } from '../access/viewer';
import type { SheetLocale } from '../subgraphs/networks';
import type { Caller, Services } from '../subgraphs/context';
import { collectSheets } from './collect';
import { composeSheet, type SheetOrigin } from './compose';
import { sheetPage } from './html/page';
import { Printer } from './pdf/printer';
import { FactReader } from './read';

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

interface Order {
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
      const body = await this.make(order);
      return body && { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
    } finally {
      this.making -= 1;
    }
  }

  private async make({ request, caller, position, day }: Order): Promise<Buffer | undefined> {
    const { network, locale, format } = request;
    const reader = new FactReader(this.schema, this.services, caller);
    const origin = { locale, day, position, isRestricted: caller.viewer !== null, base: this.services.site.url };
    if (network === undefined) return this.makeCollection(reader, origin);
    const facts = await reader.sheet(network);
    if (!facts) return undefined;
    const sheet = composeSheet(facts, origin);
    return Buffer.from(format === 'html' ? sheetPage(sheet) : await this.printer.sheet(sheet));
  }

  /** One network after another: this takes no more of the database at a time than a single sheet does. */
  private async makeCollection(reader: FactReader, origin: SheetOrigin): Promise<Buffer> {
    const all = [];
    for (const { slug } of await reader.networks()) {
      const facts = await reader.sheet(slug);
      if (facts) all.push({ facts, sheet: composeSheet(facts, origin) });
    }
    return Buffer.from(await this.printer.collection(collectSheets(all, origin)));
  }
}
