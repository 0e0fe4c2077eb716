import { createHash } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Caller, Services } from '../../subgraphs/context';
import { isKnownTag } from '../known-tag';
import { FILE_COSTS, type FileDoor } from '../limits/file-door';
import { refusal, refusalOf } from '../refusal';
import { atomFeed, updatedAt } from './feed';
import { readParameters, WrongParameter, type FeedParameters } from './parameters';
import { readSolutions } from './solutions';

const PATH = '/feeds/solutions.atom';

export interface AtomOptions {
  schema: GraphQLSchema;
  services: Services;
  /** Who asks, by the request's headers. What it throws is the application's to answer. */
  callerOf: (request: Request) => Promise<Caller>;
  /** Lets requests in, and charges their callers. */
  door: FileDoor;
  /** The server's address as clients reach it. Default: as the request names it. */
  publicUrl?: string;
}

/**
 * Serves newly shared solutions as an Atom feed, newest first, to those who may see them. Filters are query parameters; a wrong one
 * gets status 400 and a line that says what was expected.
 */
export function atom(options: AtomOptions): Router {
  const router = Router();
  router.get(PATH, async (request, response) => {
    response.vary('Accept-Language, Authorization');
    try {
      await answer(request, response, options);
    } catch (error) {
      if (error instanceof WrongParameter) response.status(400).type('text').send(`${error.message}\n`);
      else if (error instanceof GraphQLError && error.extensions['http']) refusal(request, response, refusalOf(error));
      else throw error;
    }
  });
  return router;
}

async function answer(request: Request, response: Response, options: AtomOptions): Promise<void> {
  const { search, searchParams } = new URL(request.originalUrl, 'http://localhost');
  const parameters = readParameters(searchParams);
  const caller = await options.callerOf(request);
  options.door.enter(caller, response, FILE_COSTS.feed);
  const page = await readSolutions(options.schema, options.services, caller, parameters);
  const base = options.publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  const { after: _, ...filters } = parameters;
  const feed = atomFeed({
    ...page,
    base,
    key: queryOf(filters),
    self: `${base}${PATH}${search}`,
    first: `${base}${PATH}${queryOf(filters)}`,
    next: page.next && `${base}${PATH}${queryOf({ ...filters, after: page.next })}`,
  });
  const etag = `"${createHash('sha256').update(feed).digest('base64url')}"`;
  options.door.watch(response);
  response.set({
    ETag: etag,
    'Last-Modified': new Date(updatedAt(page)).toUTCString(),
    // What is for few eyes, no cache may keep.
    'Cache-Control': caller.viewer ? 'private, no-store' : 'public, no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  // By its tag alone: a solution that is withdrawn changes the feed, and makes no date later.
  if (isKnownTag(request.get('if-none-match'), etag)) response.status(304).end();
  else response.status(200).type('application/atom+xml; charset=utf-8').end(feed);
}

/** The parameters in one order, so that the same feed has one address. */
function queryOf(parameters: FeedParameters): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return query && `?${query}`;
}
