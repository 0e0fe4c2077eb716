import { shortHash, slugOf } from '../slug';
import type { Staging } from './staging';

/** Where everything in an import is from. */
export interface SourceOptions {
  name: string;
  /** Its public address. */
  url?: string;
}

/** Stages the one source of an import, the one with this name where it is there already. @returns its id */
export async function stageSource(staging: Staging, file: string, { name, url }: SourceOptions): Promise<string> {
  const base = slugOf(name) || 'source';
  const { rows } = await staging.client.query<{ slug: string; name: string }>(
    'SELECT slug, name FROM source WHERE name = $1 OR slug = $2 ORDER BY name = $1 DESC, slug LIMIT 1',
    [name, base],
  );
  const [found] = rows;
  const id = found?.name === name ? found.slug : found ? `${base}-${shortHash(name)}` : base;
  const sources = await staging.add('sources', file, 'fill');
  sources.present = ['id', 'name', 'url'];
  await staging.copy(sources, [[1, id, name, url, undefined]]);
  return id;
}
