import { Router, type Request, type RequestHandler } from 'express';
import type { GraphQLInputObjectType, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { csv } from '../../export/csv';
import { GraphExporter } from '../../export/graph/exporter';
import { GRAPH_TABLES, graphFormats, type GraphFormat } from '../../export/graph/formats';
import { ndjson } from '../../export/ndjson';
import { countRecords, recordTable } from '../../export/records/read-records';
import { recordTables, type RecordTable } from '../../export/records/record-tables';
import type { Caller, Services } from '../../subgraphs/context';
import { FILE_COSTS, type FileDoor } from '../limits/file-door';
import { choice, flag, inputType, languages, readExportParameters } from './parameters';
import { refuse, send, wantsContent, type Download } from './send';

export interface ExportsOptions {
  schema: GraphQLSchema;
  services: Services;
  /** Who asks, by the request's headers. What it throws is the application's to answer. */
  callerOf: (request: Request) => Promise<Caller>;
  /** Lets requests in, and charges their callers. */
  door: FileDoor;
  logger: Logger;
}

const RECORD_FORMATS = {
  csv: { contentType: 'text/csv; charset=utf-8; header=present', write: csv },
  ndjson: { contentType: 'application/x-ndjson; charset=utf-8', write: ndjson },
};

/** Serves the graph of cities and tables of records as files, with the eyes of whoever asks. docs/exports.md describes them. */
export function exportRoutes(options: ExportsOptions): Router {
  const router = Router();
  const exporter = new GraphExporter(options.services);
  const graphFilter = inputType(options.schema, 'GraphFilter');
  for (const [name, format] of Object.entries(graphFormats))
    router.get(
      `/exports/graph.${name}`,
      answering(options, (search, caller) => graphDownload(name, format, search, caller, exporter, graphFilter)),
    );
  for (const [table, declaration] of Object.entries(recordTables))
    for (const [name, format] of Object.entries(RECORD_FORMATS))
      router.get(
        `/exports/${table}.${name}`,
        answering(options, (search, caller) => ({
          contentType: format.contentType,
          fileName: `${table}.${name}`,
          ...recordsContent(declaration, format.write, search, caller, options),
        })),
      );
  return router;
}

type Answer = (search: URLSearchParams, caller: Caller) => Download | Promise<Download>;

function answering({ callerOf, door, logger }: ExportsOptions, answer: Answer): RequestHandler {
  return async (request, response) => {
    response.vary('Accept-Language, Authorization');
    const caller = await callerOf(request);
    let download: Download;
    try {
      door.enter(caller, response, FILE_COSTS.export);
      download = await answer(new URL(request.originalUrl, 'http://localhost').searchParams, caller);
      if (wantsContent(request, download)) door.charge(caller, await download.cost());
    } catch (error) {
      return refuse(response, error, logger);
    }
    door.watch(response);
    await send(request, response, download, logger);
  };
}

async function graphDownload(
  name: string,
  format: GraphFormat,
  search: URLSearchParams,
  caller: Caller,
  exporter: GraphExporter,
  filterType: GraphQLInputObjectType,
): Promise<Download> {
  const ownNames = ['version', 'isolates', 'results', ...(format.isOfOneTable ? (['table'] as const) : [])] as const;
  const { filter, own } = readExportParameters(search, ownNames, filterType);
  const table = choice('table', own.table, GRAPH_TABLES);
  const isolates = flag('isolates', own.isolates, true);
  const results = flag('results', own.results, false);
  const { file, key, sizes } = await exporter.prepare(
    { filter: filter, version: own.version, isolates, results },
    caller,
  );
  const { version, digest } = file.about;
  return {
    contentType: format.contentType,
    fileName: `interurban-graph-${version}${format.isOfOneTable ? `-${table}` : ''}.${name}`,
    key: `${key}-${table}-${name}`,
    headers: { 'Graph-Version': version, 'Graph-Digest': digest },
    content: () => format.write(file, table),
    cost: () => FILE_COSTS.graphRow * (format.isOfOneTable ? sizes[table] : sizes.nodes + sizes.edges),
  };
}

function recordsContent(
  table: RecordTable,
  write: (table: ReturnType<typeof recordTable>) => AsyncIterable<string>,
  search: URLSearchParams,
  caller: Caller,
  { schema, services }: ExportsOptions,
): Pick<Download, 'content' | 'cost'> {
  const filterType = table.filter && inputType(schema, table.filter.type);
  const { filter, own } = readExportParameters(search, ['locale'], filterType);
  const locales = own.locale === undefined ? caller.locales : languages(own.locale);
  const asked = { schema, services, caller: { ...caller, locales }, filter };
  const records = recordTable(table, asked);
  return {
    content: () => write(records),
    cost: async () => FILE_COSTS.record * (await countRecords(table, asked)),
  };
}
