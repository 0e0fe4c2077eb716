import type { GraphQLSchema } from 'graphql';
import type { Services } from '../subgraphs/context';
import { collectSheets } from './collect';
import { composeSheet, type SheetOrigin } from './compose';
import type { Order } from './fact-sheets';
import { sheetPage } from './html/page';
import type { Printer } from './pdf/printer';
import { FactReader } from './read';

export interface SheetMakers {
  schema: GraphQLSchema;
  services: Services;
  printer: Printer;
}

/** The document that is asked for; undefined where there is no such network. */
export async function makeSheet(order: Order, { schema, services, printer }: SheetMakers): Promise<Buffer | undefined> {
  const { request, caller, position, day } = order;
  const { network, locale, format } = request;
  const reader = new FactReader(schema, services, caller);
  const origin = { locale, day, position, isRestricted: caller.viewer !== null, base: services.site.url };
  if (network === undefined) return makeCollection(reader, origin, printer);
  const facts = await reader.sheet(network);
  if (!facts) return undefined;
  const sheet = composeSheet(facts, origin);
  return Buffer.from(format === 'html' ? sheetPage(sheet) : await printer.sheet(sheet));
}

/** One network after another: this takes no more of the database at a time than a single sheet does. */
async function makeCollection(reader: FactReader, origin: SheetOrigin, printer: Printer): Promise<Buffer> {
  const all = [];
  for (const { slug } of await reader.networks()) {
    const facts = await reader.sheet(slug);
    if (facts) all.push({ facts, sheet: composeSheet(facts, origin) });
  }
  return Buffer.from(await printer.collection(collectSheets(all, origin)));
}
