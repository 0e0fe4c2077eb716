import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'express';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { element } from '../xml';

/** What a client can mend, or wait for. */
export interface Refusal {
  status: number;
  /** Stable: programs match on it. */
  code: string;
  message: string;
  /** What else programs may want to know. */
  extensions?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
}

/** What an error of the API that knows its status means over HTTP. */
export function refusalOf({ message, extensions: { http, code, ...extensions } }: GraphQLError): Refusal {
  const { status = 400, headers = new Map<string, string>() } = (http ?? {}) as {
    status?: number;
    headers?: Map<string, string>;
  };
  return { status, code: String(code), message, extensions, headers: Object.fromEntries(headers) };
}

/** Says no in the form that the client takes: a page for browsers, else JSON, else a line of text. */
export function refusal(request: Request, response: Response, refused: Refusal): void {
  const { status, code, message, extensions, headers = {} } = refused;
  response.status(status).vary('Accept').set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  response.set(headers);
  switch (request.accepts(['json', 'html', 'text'])) {
    case 'html':
      response.set('Content-Security-Policy', "default-src 'none'").type('html').send(page(message, code));
      return;
    case 'text':
      response.type('text').send(`${message}\n`);
      return;
    default:
      problem(response, { message, extensions: { code, ...extensions } });
  }
}

/** Tells as JSON what is wrong: problem details (RFC 9457), with the error as the API has it. The status is set already. */
export function problem(response: Response, error: GraphQLFormattedError): void {
  const { statusCode: status } = response;
  const details = { title: STATUS_CODES[status], status, detail: error.message, errors: [error] };
  response.type('application/problem+json').end(JSON.stringify(details));
}

function page(message: string, code: string): string {
  const head = element('head', {}, element('meta', { charset: 'utf-8' }), element('title', {}, code));
  const body = element('body', {}, element('h1', {}, message), element('p', {}, code));
  return `<!doctype html>\n${element('html', { lang: 'en' }, head, body).markup}\n`;
}
