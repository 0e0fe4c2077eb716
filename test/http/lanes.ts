import { request as httpRequest } from 'node:http';
import type { HttpWorld } from '../support/http';

/** Which headers of an answer depend on the moment. */
const OF_THE_MOMENT = new Set(['date']);

export interface Sent {
  /** Left out: none. */
  body?: string | object;
  headers?: Record<string, string>;
  path?: string;
  method?: string;
}

/** An answer as it came, to the byte. */
export interface Came {
  status: number;
  headers: [name: string, value: unknown][];
  answer: string;
}

/** Sends requests, and looks at which lane answers them. */
export class Lanes {
  constructor(private readonly http: HttpWorld) {}

  send({ body, headers, path = '/graphql', method = 'POST' }: Sent): Promise<Came> {
    const text = typeof body === 'string' ? body : body && JSON.stringify(body);
    const ofBody =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    return new Promise((resolve, reject) => {
      const options = { method, headers: { ...ofBody, ...headers }, agent: false as const };
      const request = httpRequest(`${this.http.url}${path}`, options, (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
        response.on('end', () => {
          const headers = Object.entries(response.headers).filter(([name]) => !OF_THE_MOMENT.has(name));
          resolve({ status: response.statusCode!, headers: headers.sort(), answer });
        });
      });
      request.on('error', reject).end(text);
    });
  }

  /** Sends it twice. @returns both answers, and how many of them Apollo Server gave */
  async sendTwice(sent: Sent): Promise<{ first: Came; second: Came; byApollo: number }> {
    const asked = jest.spyOn(this.http.world.apollo, 'executeHTTPGraphQLRequest');
    const first = await this.send(sent);
    const second = await this.send(sent);
    const byApollo = asked.mock.calls.length;
    asked.mockRestore();
    return { first, second, byApollo };
  }
}
