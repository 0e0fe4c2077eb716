import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, type GraphQLFieldResolver, type GraphQLObjectType } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';
import type { Subgraph } from '../../src/schema/compose';
import { asSubgraph } from '../../src/schema/entities';
import { subgraphSdl } from '../../src/schema/subgraph-sdl';

/** A city, as a partner knows it: by one key, with what the partner adds. */
class City {
  [field: string]: unknown;
}

export interface PartnerDeclaration {
  name: string;
  /** The key of cities. */
  key: string;
  /** Fields that the partner adds to a city, as SDL. */
  fields: string;
  /** What it tells of cities. */
  cities: Record<string, unknown>[];
}

/** A subgraph of somebody else's that adds fields to cities, and has a list of cities under its own name. */
export class Partner {
  private server: Server;
  /** The keys that it was asked for. */
  readonly asked: unknown[] = [];

  constructor(private readonly declaration: PartnerDeclaration) {}

  async start(): Promise<Subgraph> {
    const { name, key, fields, cities } = this.declaration;
    const schema = buildSchema(`type City { ${key}: String ${fields} } type Query { ${name}: [City] }`);
    (schema.getType('City') as GraphQLObjectType).extensions = { keys: [key] };
    const list: GraphQLFieldResolver<unknown, unknown> = () => cities.map((city) => Object.assign(new City(), city));
    schema.getQueryType()!.getFields()[name]!.resolve = list;
    const served = asSubgraph(schema, (_type, representation) => {
      this.asked.push(representation[key]);
      const found = cities.find((city) => city[key] === representation[key]);
      return Object.assign(new City(), found ?? { [key]: representation[key] });
    });
    const answer = createHandler({ schema: served, context: {} });
    this.server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return { name, url: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`, sdl: subgraphSdl(schema) };
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
