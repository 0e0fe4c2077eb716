import { useEffect, useState } from 'react';
import type { LayoutInput } from './layout';
import { neighboursOf, type CityNetwork } from './network';

interface Layout {
  digest: string;
  positions: Float32Array;
}

/**
 * Where a network's cities stand, reckoned off the main thread: x, y, x, y …; null until they are.
 * @param digest The graph's: the same graph is not arranged again when its cities are sized by something else.
 */
export function useLayout(network: CityNetwork, digest: string): Float32Array | null {
  const [layout, setLayout] = useState<Layout | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const isArranged = layout?.digest === digest;
  useEffect(() => {
    if (isArranged) return;
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Float32Array>) => setLayout({ digest, positions: data });
    worker.onerror = ({ message }) => setFailure(message);
    worker.postMessage(inputOf(network));
    return () => worker.terminate();
  }, [network, digest, isArranged]);
  if (failure !== null) throw new Error(`Expected a layout of the graph, but its worker failed: ${failure}`);
  return isArranged ? layout.positions : null;
}

function inputOf({ nodes, links }: CityNetwork): LayoutInput {
  const pairs = [...neighboursOf(links)].flatMap(([node, others]) =>
    [...others].filter((other) => node.index < other.index).flatMap((other) => [node.index, other.index]),
  );
  return { communities: Uint32Array.from(nodes, ({ community }) => community), pairs: Uint32Array.from(pairs) };
}
