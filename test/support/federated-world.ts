import type { ApolloServerPlugin } from '@apollo/server';
import type { Environment } from '../../src/config';
import type { Subgraph } from '../../src/schema/compose';
import type { Grouping } from '../../src/schema/groupings';
import { mergedSchema } from '../../src/schema/merged';
import { modulesOf } from '../../src/schema/ownership';
import { servedSchema } from '../../src/schema/served';
import { slice } from '../../src/schema/slice';
import { subgraphSdl } from '../../src/schema/subgraph-sdl';
import { GraphQLServer } from '../../src/server/graphql';
import type { Context } from '../../src/subgraphs/context';
import { freePorts } from './free-ports';
import { Gateway } from './gateway';
import { HttpWorld, type HttpAnswer } from './http';
import type { World } from './world';
import { useWorld, type Json } from './world';

/** A request of the gateway's to a subgraph. */
export interface Fetch {
  subgraph: string;
  query: string;
  variables: Record<string, unknown>;
  headers: Record<string, string>;
}

/** The sliced graph above the data of a world: a server for each slice, and the gateway in front of them. */
export class FederatedWorld {
  readonly gateway = new Gateway();
  readonly slices = new Map<string, HttpWorld>();
  /** What the gateway has asked. */
  readonly fetches: Fetch[] = [];
  private readonly servers: GraphQLServer[] = [];

  constructor(
    readonly world: World,
    private readonly grouping: Grouping,
    private readonly environment?: () => Environment,
    /** Subgraphs of others, beside ours. */
    private readonly others: () => Promise<Subgraph[]> = () => Promise.resolve([]),
  ) {}

  async start(): Promise<void> {
    const owners = modulesOf(mergedSchema());
    const subgraphs: Subgraph[] = [];
    for (const [name, modules] of Object.entries(this.grouping)) {
      if (!modules.some((module) => owners.includes(module))) continue;
      const apollo = new GraphQLServer(servedSchema(modules), this.world.logger);
      apollo.addPlugin(this.recorder(name));
      apollo.documents.add = () => undefined; // Its plugins are to see every request.
      await apollo.start();
      this.servers.push(apollo);
      const http = new HttpWorld(Object.assign(Object.create(this.world) as World, { apollo }), this.environment);
      await http.listen(await freePorts());
      this.slices.set(name, http);
      subgraphs.push({ name, url: `${http.url}/graphql`, sdl: subgraphSdl(slice(mergedSchema(), modules)) });
    }
    await this.gateway.start([...subgraphs, ...(await this.others())]);
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    for (const http of this.slices.values()) await http.close();
    for (const apollo of this.servers) await apollo.stop();
  }

  /** Asks the gateway. */
  async post(
    body: object,
    headers: Record<string, string> = {},
  ): Promise<Pick<HttpAnswer, 'status' | 'headers' | 'json'>> {
    const response = await fetch(this.gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, json: (await response.json()) as Json };
  }

  private recorder(subgraph: string): ApolloServerPlugin<Context> {
    return {
      requestDidStart: ({ request: { query = '', variables = {}, http } }) => {
        this.fetches.push({ subgraph, query, variables, headers: Object.fromEntries(http?.headers ?? []) });
        return Promise.resolve();
      },
    };
  }
}

/** The sliced graph for the tests of one file; its log is followed. */
export function useFederatedWorld(
  grouping: Grouping,
  environment?: () => Environment,
  others?: () => Promise<Subgraph[]>,
): FederatedWorld {
  const federated = new FederatedWorld(useWorld({ followsLog: true }), grouping, environment, others);
  beforeAll(() => federated.start(), 120_000);
  afterAll(() => federated.stop());
  return federated;
}
