import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Authenticator } from '../../src/access/authenticator';
import { loadConfig, type Environment } from '../../src/config';
import { createHttpServer, type HttpServer } from '../../src/server/http-server';
import { useWorld, type Json, type World, type WorldOptions } from './world';

export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The body, where it is JSON. */
  json: Json;
}

/** The whole server on a socket of its own, above a world. */
export class HttpWorld {
  url: string;
  http: HttpServer;

  /** @param environment settings beside the defaults, asked for when the server starts */
  constructor(
    readonly world: World,
    private readonly environment: () => Environment = () => ({}),
  ) {}

  /** @param port 0 for any */
  async listen(port = 0): Promise<void> {
    const { apollo, services, logger } = this.world;
    // No token of the folder that a developer's own server uses.
    const config = loadConfig({ INTERURBAN_DATA_DIR: path.join(__dirname, 'none'), ...this.environment() });
    const authenticator = new Authenticator(config, services.database, logger);
    this.http = createHttpServer({ apollo, services, authenticator, logger, config });
    const { server } = this.http;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await this.http.stop();
  }

  set isStopping(value: boolean) {
    this.http.state.isStopping = value;
  }

  async fetch(path: string, init?: RequestInit): Promise<HttpAnswer> {
    const response = await fetch(`${this.url}${path}`, init);
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
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
export function useHttpWorld(environment?: () => Environment, options?: WorldOptions): HttpWorld {
  const http = new HttpWorld(useWorld(options), environment);
  beforeAll(() => http.listen());
  afterAll(() => http.close());
  return http;
}
