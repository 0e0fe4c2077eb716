import fs from 'node:fs/promises';
import type { Command } from 'commander';
import { loadConfig } from '../config';
import { InterurbanError, messageOf } from '../errors';

export function register(program: Command): void {
  const command = program.command('documents').description('documents that clients ask for by id: docs/documents.md');
  command
    .command('publish')
    .description(
      'publish all documents of manifests, as GraphQL Code Generator, the Relay compiler or Apollo write them',
    )
    .argument('<file...>', 'JSON files: the text of each document by its id, or an apollo-persisted-query-manifest')
    .action(publish);
}

async function publish(files: string[]): Promise<void> {
  const config = loadConfig();
  const { readManifest } = require('../server/documents/manifest') as typeof import('../server/documents/manifest');
  const { publishDocuments } = require('../server/documents/publish') as typeof import('../server/documents/publish');
  const { servedSchema } = require('../schema/served') as typeof import('../schema/served');
  const { withClient } = require('../data/client') as typeof import('../data/client');
  const contents = await Promise.all(files.map(read));
  const entries = contents.flatMap((content, i) => readManifest(content, files[i]!));
  const count = await withClient(config, (client) => publishDocuments(client, entries, servedSchema(), config));
  console.log(`Published ${count} documents, knew ${entries.length - count}.`);
}

const read = (file: string): Promise<string> =>
  fs.readFile(file, 'utf8').catch((error: unknown) => {
    throw new InterurbanError('FILE', `${file}: expected a file that can be read, got ${messageOf(error)}`);
  });
