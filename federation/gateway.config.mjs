// How Hive Gateway serves the supergraph. Its environment: SUPERGRAPH (a file), HOST, PORT.
import { defineConfig } from '@graphql-hive/gateway';
import { GraphQLError } from 'graphql';

/** What a subgraph must know of the client: who asks, and in which language. */
const PASSED_ON = ['authorization', 'accept-language'];

/**
 * Errors of the network tell which part of the platform is down, and nothing of its addresses. Those that a subgraph answers with
 * stay as they are.
 */
const unavailable = {
  onSubgraphExecute:
    ({ subgraphName }) =>
    ({ result, setResult }) => {
      if (!result?.errors?.some(isOfNetwork)) return;
      const message = `The subgraph ${subgraphName} cannot be reached. Ask again in a moment.`;
      const extensions = { code: 'SUBGRAPH_UNAVAILABLE', serviceName: subgraphName };
      setResult({ ...result, errors: [new GraphQLError(message, { extensions })] });
    },
};

const isOfNetwork = ({ originalError }) => originalError !== undefined && !(originalError instanceof GraphQLError);

export const gatewayConfig = defineConfig({
  supergraph: process.env.SUPERGRAPH ?? '../schema/supergraph.graphql',
  host: process.env.HOST ?? '127.0.0.1',
  port: Number(process.env.PORT ?? 4000),
  healthCheckEndpoint: '/healthz',
  readinessCheckEndpoint: '/readyz',
  landingPage: false,
  plugins: () => [unavailable],
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) =>
      Object.fromEntries(PASSED_ON.map((name) => [name, request.headers.get(name)])),
  },
});
