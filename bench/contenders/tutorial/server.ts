import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { DataSource } from 'typeorm';
import { NamingStrategy } from '../../../src/data/naming-strategy';
import { PROJECT_ROOT } from '../../../src/project-root';
import { POOL_SIZE, readConnection, report } from '../host';
import { entities } from './entities';
import { createLoaders } from './loaders';
import { resolvers, type Context } from './resolvers';

const SCHEMA = path.join(PROJECT_ROOT, 'bench/contenders/tutorial/schema.graphql');

/** The stack as tutorials write it: Apollo Server, TypeORM's repositories, DataLoader. */
async function main(): Promise<void> {
  const source = await new DataSource({
    type: 'postgres',
    extra: { ...readConnection(), max: POOL_SIZE, options: '-c timezone=UTC' },
    entities,
    namingStrategy: new NamingStrategy(),
  }).initialize();
  const apollo = new ApolloServer<Context>({ typeDefs: fs.readFileSync(SCHEMA, 'utf8'), resolvers });
  const { url } = await startStandaloneServer(apollo, {
    listen: { port: 0, host: '127.0.0.1' },
    context: () => Promise.resolve({ source, loaders: createLoaders(source) }),
  });
  report(new URL(url).origin);
}

void main();
