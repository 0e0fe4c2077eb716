import fs from 'node:fs';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition } from '@apollo/client/utilities';
import { createClient as createSocket, type Client as Socket } from 'graphql-ws';
import { createClient, fetchExchange, subscriptionExchange } from 'urql';
import { WebSocket } from 'ws';
import { signLocalToken } from '../../src/access/local-issuer';
import { GROUPINGS } from '../../src/schema/groupings';
import { cityId } from '../writing/desk';
import { useFederatedWorld } from '../support/federated-world';
import { createDataFolder } from '../support/folders';
import { useHttpWorld, type HttpWorld } from '../support/http';
import type { Json } from '../support/world';

const dataDir = createDataFolder();
afterAll(() => fs.rmSync(dataDir, { recursive: true }));
const environment = () => ({ INTERURBAN_DATA_DIR: dataDir });

const http: HttpWorld = useHttpWorld(environment, { followsLog: true });
const federated = useFederatedWorld(GROUPINGS.sliced, environment);

let headers: Record<string, string>;
beforeAll(async () => {
  const claims = { subject: 'office', roles: ['practitioner'], city: 'bogota', networks: [], expiresIn: 3600 };
  headers = { authorization: `Bearer ${await signLocalToken(dataDir, claims)}` };
});

/** What a client library is asked for here. */
interface Client {
  ask(document: string, variables?: object): Promise<Json>;
  /** Calls back with the data of each event, until it is stopped. */
  follow(document: string, variables: object, onEvent: (data: Json) => void): () => void;
}

function apolloClient(url: string, socket: Socket): Client {
  const link = ApolloLink.split(
    ({ query }) => (getMainDefinition(query) as { operation?: string }).operation === 'subscription',
    new GraphQLWsLink(socket),
    new HttpLink({ uri: url, headers }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  return {
    ask: async (document, variables) => {
      const operation = gql(document);
      const isMutation = document.startsWith('mutation');
      const { data } = isMutation
        ? await client.mutate({ mutation: operation, variables: variables as Json })
        : await client.query({ query: operation, variables: variables as Json });
      return data;
    },
    follow: (document, variables, onEvent) => {
      const events = client.subscribe({ query: gql(document), variables: variables as Json });
      const subscription = events.subscribe(({ data }) => onEvent(data));
      return () => subscription.unsubscribe();
    },
  };
}

function urqlClient(url: string, socket: Socket): Client {
  const client = createClient({
    url,
    preferGetMethod: false,
    fetchOptions: { headers },
    exchanges: [
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ query, variables: variables as Json }, sink as Json),
          }),
        }),
      }),
    ],
  });
  return {
    ask: async (document, variables) => {
      const { data, error } = await (
        document.startsWith('mutation')
          ? client.mutation(document, variables as Json)
          : client.query(document, variables as Json)
      ).toPromise();
      if (error) throw error;
      return data;
    },
    follow: (document, variables, onEvent) => {
      const events = client.subscription(document, variables as Json);
      const subscription = events.subscribe(({ data }) => data && onEvent(data));
      return () => subscription.unsubscribe();
    },
  };
}

const clients = { 'Apollo Client 4': apolloClient, 'urql 5': urqlClient };
const servers = {
  'the server': () => `${http.url}/graphql`,
  'the gateway': () => federated.gateway.url,
};
const pairs = Object.entries(clients).flatMap(([client, make]) =>
  Object.entries(servers).map(([server, url]) => [client, server, make, url] as const),
);

test.each(pairs)(
  '%s with %s: a query, a mutation, a subscription that goes on where it was',
  async (name, server, make, urlOf) => {
    const url = urlOf();
    const socket = createSocket({ url: url.replace('http:', 'ws:'), webSocketImpl: WebSocket });
    const client = make(url, socket);
    try {
      expect(
        await client.ask('query ($slug: String!) { city(slug: $slug) { name } }', { slug: 'bogota' }),
      ).toMatchObject({
        city: { name: 'Bogotá' },
      });

      const SHARE = `mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) {
      solution { title city { name } } userErrors { code } } }`;
      const share = async (title: string) => {
        const input = { cityId: cityId('bogota'), title, summary: 'Done.', sector: 'WATER', locale: 'en' };
        const { shareSolution } = await client.ask(SHARE, { input });
        expect(shareSolution).toMatchObject({ solution: { title, city: { name: 'Bogotá' } }, userErrors: [] });
        (server === 'the server' ? http.world : federated.world).services.log.wake();
      };
      const SHARED =
        'subscription ($after: String) { solutionShared(after: $after) { cursor solution { title city { name } } } }';
      /** The first event behind a cursor. */
      const next = (after: string) =>
        new Promise<Json>((resolve) => {
          const stop = client.follow(SHARED, { after }, ({ solutionShared }) => {
            setImmediate(() => stop());
            resolve(solutionShared);
          });
        });

      const { feedCursor } = await client.ask('query { feedCursor }');
      const live = next(feedCursor);
      await share(`${name} one`);
      const first = await live;
      expect(first.solution).toMatchObject({ title: `${name} one`, city: { name: 'Bogotá' } });
      await share(`${name} two`);
      const missed = await next(first.cursor);
      expect(missed.solution).toMatchObject({ title: `${name} two` });
    } finally {
      await socket.dispose();
    }
  },
);
