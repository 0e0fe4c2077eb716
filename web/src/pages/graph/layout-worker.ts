import { arrange, type LayoutInput } from './layout';

// A module of our own, and not the one that comes with the layout: that one is made of a Blob, which the policy of the pages refuses.
onmessage = ({ data }: MessageEvent<LayoutInput>) => {
  const positions = arrange(data);
  postMessage(positions, { transfer: [positions.buffer] });
};
