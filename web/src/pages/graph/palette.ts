import { useEffect, useState } from 'react';
import { colorOf } from '../../theme/color';
import { LINK_KINDS, seriesOf, type LinkKind } from './network';

/** The design's colours, for what is drawn on a canvas. */
export interface Palette {
  ground: string;
  ink: string;
  /** Of what is chosen: a city, a path. */
  accent: string;
  /** Of cities that are not in question. */
  faded: string;
  font: string;
  community: (index: number) => string;
  link: Record<LinkKind, string>;
}

/** The token that each kind of link is drawn in, here and in the legend, and how much of it: the rest is the ground's. */
export const LINK_TOKENS: Record<LinkKind, [token: `--${string}`, share: number]> = {
  adoption: ['--accent', 0.8],
  cooperation: ['--line-strong', 0.45],
  twinning: ['--series-6', 0.5],
  membership: ['--series-7', 0.25],
};

const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** A colour over the ground. Opaque: sigma draws what is transparent too light. */
function mixed(color: string, ground: string, share: number): string {
  const below = channels(ground);
  return `rgb(${channels(color)
    .map((channel, i) => Math.round(channel * share + below[i]! * (1 - share)))
    .join(', ')})`;
}

function currentPalette(): Palette {
  const ground = colorOf('--paper');
  const communities = Array.from({ length: 8 }, (_, i) => colorOf(`--series-${i + 1}`));
  const link = Object.fromEntries(
    LINK_KINDS.map((kind) => [kind, mixed(colorOf(LINK_TOKENS[kind][0]), ground, LINK_TOKENS[kind][1])]),
  );
  return {
    ground,
    ink: colorOf('--ink'),
    accent: colorOf('--accent'),
    faded: colorOf('--line'),
    font: getComputedStyle(document.body).fontFamily,
    community: (index) => communities[seriesOf(index) - 1]!,
    link: link as Record<LinkKind, string>,
  };
}

/** The colours as they are now; others when the reader or their system changes the theme. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(currentPalette);
  useEffect(() => {
    const update = () => setPalette(currentPalette());
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', update);
    const choice = new MutationObserver(update);
    choice.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      system.removeEventListener('change', update);
      choice.disconnect();
    };
  }, []);
  return palette;
}
