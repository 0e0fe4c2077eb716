import { json, Router, type Request, type RequestHandler, type Response } from 'express';
import { Directory } from '../access/directory';
import type { LocalToken } from '../access/local-issuer';
import type { Config } from '../config';
import type { Database } from '../data/database';
import { isLoopbackAddress, isLoopbackHost } from './loopback';

export type DemoConfig = Pick<
  Config,
  'demoSignIn' | 'oidcIssuer' | 'host' | 'publicUrl' | 'trustedProxies' | 'databaseUrl' | 'sample' | 'dataDir'
>;

const PATH = '/demo-sign-in';

/** No other site can make a browser send it: it would have to ask first, and is not answered. */
const HEADER = 'x-interurban-demo';

/** How long a demo account lasts, in seconds. */
const LIFETIME = 3600;

/** What proxies add: who comes by one need not be on this machine. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether a server is one to try things out on: on this machine alone, with sample data, without an issuer. */
export const offersDemo = (config: DemoConfig): boolean =>
  config.demoSignIn &&
  config.sample &&
  config.databaseUrl === undefined &&
  config.oidcIssuer === undefined &&
  config.publicUrl === undefined &&
  config.trustedProxies === 0 &&
  isLoopbackHost(config.host);

/**
 * Signs in demo accounts for those who try the explorer out on their own machine: a practitioner of a city, or a manager of a network,
 * never an admin. A GET says whether it does; see docs/access.md.
 */
export function demoSignIn(config: DemoConfig, database: Database): Router {
  const router = Router();
  const isOffered = offersDemo(config);
  const directory = new Directory(database);
  router.use(PATH, (_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    next();
  });
  router.get(PATH, (request, response) => void response.json({ offered: isOffered && isLocal(request) }));
  router.post(PATH, onlyFromOwnPages(isOffered), json({ limit: 1024 }), async (request, response) => {
    const account = await accountOf(request.body, directory);
    if (typeof account === 'string') refuse(response, 400, 'BAD_REQUEST', account);
    else {
      const { signLocalToken } = require('../access/local-issuer') as typeof import('../access/local-issuer');
      response.json({ token: await signLocalToken(config.dataDir, account) });
    }
  });
  return router;
}

/** By the socket, and by the name that the browser looked up: a page of another site whose name now leads here has its own. */
const isLocal = ({ socket, headers }: Request): boolean =>
  isLoopbackAddress(socket.remoteAddress) &&
  isLoopbackHost(hostnameOf(headers.host)) &&
  !PROXY_HEADERS.some((name) => name in headers);

const hostnameOf = (host: string | undefined): string => host?.replace(/:\d*$/, '') ?? '';

const isOfOwnPage = ({ headers }: Request): boolean =>
  headers.origin === `http://${headers.host}` &&
  (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin' &&
  headers[HEADER] === '1';

const onlyFromOwnPages =
  (isOffered: boolean): RequestHandler =>
  (request, response, next) => {
    if (!isOffered) refuse(response, 404, 'NOT_FOUND', 'This server has no demo accounts: see docs/access.md.');
    else if (isLocal(request) && isOfOwnPage(request)) next();
    else refuse(response, 403, 'FORBIDDEN', 'Expected a request of the explorer on this machine, but got another one.');
  };

const refuse = (response: Response, status: number, code: string, message: string): void =>
  void response.status(status).json({ errors: [{ message, extensions: { code } }] });

/** The account that a body asks for; where there is none, what was expected. */
async function accountOf(body: unknown, directory: Directory): Promise<LocalToken | string> {
  const { city, network } = (body ?? {}) as Record<string, unknown>;
  if (typeof city === 'string' && network === undefined) {
    const found = await directory.city(city);
    if (found)
      return {
        subject: 'demo-practitioner',
        roles: ['practitioner'],
        city: found.slug,
        networks: [],
        expiresIn: LIFETIME,
      };
  }
  if (typeof network === 'string' && city === undefined) {
    const [found] = await directory.networks([network]);
    if (found) return { subject: 'demo-manager', roles: ['manager'], networks: [found.slug], expiresIn: LIFETIME };
  }
  return 'Expected {"city": SLUG} or {"network": SLUG}, with the slug of one that there is, but got something else.';
}
