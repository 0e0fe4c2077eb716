import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/server/app';
import { useWorld, type Json, type World } from './world';

export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The body, where it is JSON. */
  json: Json;
}

/** The whole server on a socket of its own, above a world. */
export class HttpWorld {
  isStopping = false;
  url: string;
  private server: Server;

  constructor(readonly world: World) {}

  async listen(): Promise<void> {
    const { apollo, database, logger } = this.world;
    this.server = createServer(createApp({ apollo, database, logger, isStopping: () => this.isStopping }));
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async fetch(path: string, init?: RequestInit): Promise<HttpAnswer> {
    const response = await fetch(`${this.url}${path}`, init);
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  }

  /** A GraphQL request as clients send it; the body may be any text. */
  post(body: object | string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}

/** A server for the tests of one file. */
export function useHttpWorld(): HttpWorld {
  const http = new HttpWorld(useWorld());
  beforeAll(() => http.listen());
  afterAll(() => http.close());
  return http;
}
