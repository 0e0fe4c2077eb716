import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { paced } from '../../export/paced';
import { codeOf, messageOf } from '../../errors';
import { shownError } from '../errors';
import { isKnownTag } from '../known-tag';
import { problem, refusalOf } from '../refusal';

/** A file to be downloaded. */
export interface Download {
  contentType: string;
  fileName: string;
  /** The same for the same bytes; undefined where that is not known before they are made. */
  key?: string;
  headers?: Readonly<Record<string, string>>;
  content: () => AsyncIterable<string | Uint8Array>;
  /** What it costs to make its content. */
  cost: () => number | Promise<number>;
}

const tagOf = ({ key }: Download): string | undefined => (key === undefined ? undefined : `"${key}"`);

/** Asked by its tag alone: `request.fresh` would not tell clients that say "no-cache" beside it. */
function isKnown(request: Request, download: Download): boolean {
  const etag = tagOf(download);
  return etag !== undefined && isKnownTag(request.get('if-none-match'), etag);
}

/** Whether a request gets what is in a file, and not its headers alone. */
export const wantsContent = (request: Request, download: Download): boolean =>
  request.method !== 'HEAD' && !isKnown(request, download);

/** Sends a file, as fast as the client takes it; when it leaves, no more is made. */
export async function send(request: Request, response: Response, download: Download, logger: Logger): Promise<void> {
  const { contentType, fileName, headers = {}, content } = download;
  const etag = tagOf(download);
  response.set({
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'X-Content-Type-Options': 'nosniff',
    ...headers,
    ...(etag !== undefined && { ETag: etag }),
  });
  // To those who are signed in, authentication has said that no cache may keep it.
  if (!response.hasHeader('Cache-Control')) response.set('Cache-Control', 'public, no-cache');
  if (isKnown(request, download)) return void response.status(304).end();
  if (request.method === 'HEAD') return void response.end();
  try {
    await pipeline(Readable.from(paced(content()), { objectMode: false }), response);
  } catch (error) {
    // What has been sent cannot be taken back: that the file is cut off tells the client. One that left has told so itself.
    if (codeOf(error) === 'ERR_STREAM_PREMATURE_CLOSE') return;
    logger.error({ err: error, reason: messageOf(error) }, 'an export was cut off');
  }
}

const STATUSES: Readonly<Record<string, number>> = {
  GRAPH_VERSION_GONE: 410,
  GRAPH_QUESTION_TOO_LARGE: 422,
  INTERNAL_SERVER_ERROR: 500,
  TIMEOUT: 503,
};

/** Tells of an error as the API does, before anything was sent. */
export function refuse(response: Response, error: unknown, logger: Logger): void {
  const told = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
  const shown = shownError(told, logger);
  const { status, headers } = refusalOf(told);
  response
    .status(STATUSES[String(shown.extensions?.['code'])] ?? status)
    .set({ ...headers, 'Cache-Control': 'no-store' });
  problem(response, { message: shown.message, extensions: shown.extensions });
}
