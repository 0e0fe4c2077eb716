import type { Request, Response } from 'express';
import { element } from '../xml';

/** What a client can mend, or wait for. */
export interface Refusal {
  status: number;
  /** Stable: programs match on it. */
  code: string;
  message: string;
}

/** Says no in the form that the client takes: a page for browsers, else JSON as the API does, else a line of text. */
export function refusal(request: Request, response: Response, { status, code, message }: Refusal): void {
  response.status(status).vary('Accept').set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  switch (request.accepts(['json', 'html', 'text'])) {
    case 'html':
      response.set('Content-Security-Policy', "default-src 'none'").type('html').send(page(message, code));
      return;
    case 'text':
      response.type('text').send(`${message}\n`);
      return;
    default:
      response.json({ errors: [{ message, extensions: { code } }] });
  }
}

function page(message: string, code: string): string {
  const head = element('head', {}, element('meta', { charset: 'utf-8' }), element('title', {}, code));
  const body = element('body', {}, element('h1', {}, message), element('p', {}, code));
  return `<!doctype html>\n${element('html', { lang: 'en' }, head, body).markup}\n`;
}
