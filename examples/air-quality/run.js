// One command for all of it: `node examples/air-quality/run.js`, this subgraph behind a gateway with the slices of the graph, or with the
// whole graph in one process: `node examples/air-quality/run.js --merged`.
import { ensureFolder, main } from '../../scripts/ensure.mjs';

await main(async () => {
  await ensureFolder('examples/air-quality');
  const { serve } = await import('./server.js');
  const { url } = await serve(Number(process.env.AIR_QUALITY_PORT ?? 4010));
  process.argv.push(`air-quality=${url}`);
});
await import('../../scripts/federation.mjs');
