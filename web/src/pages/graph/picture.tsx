import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/catalog';
import { Button } from '../../ui';
import { Drawing, type Emphasis } from './drawing';
import css from './graph.module.css';
import { messages } from './messages';
import type { CityNetwork, CityNode } from './network';
import { usePalette } from './palette';
import { useLayout } from './use-layout';

export interface PictureProps extends Emphasis {
  network: CityNetwork;
  /** The graph's digest. */
  digest: string;
  onCity: (city: CityNode | null) => void;
}

/** The network as a picture. Screen readers pass it by: its tables say the same. */
export default function Picture({ network, digest, city, path, onCity }: PictureProps) {
  const t = useMessages(messages);
  const container = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  const positions = useLayout(network, digest);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const handlers = useRef({ onCity });
  useEffect(() => {
    handlers.current = { onCity };
  });

  useEffect(() => {
    if (!container.current || !positions) return;
    const made = new Drawing(container.current, network, positions, palette, {
      onCity: (chosen) => handlers.current.onCity(chosen),
    });
    setDrawing(made);
    return () => {
      made.end();
      setDrawing(null);
    };
  }, [network, positions, palette]);

  useEffect(() => drawing?.emphasise({ city, path }), [drawing, city, path]);

  return (
    <div className={css.stage} data-loading={drawing ? undefined : ''}>
      <div ref={container} className={css.canvas} aria-hidden="true" data-picture={drawing ? 'drawn' : 'waiting'} />
      {!drawing && (
        <p className={css.arranging} role="status">
          {t('arranging', { count: network.nodes.length })}
        </p>
      )}
      <div className={css.zoom}>
        <Button kind="secondary" small aria-label={t('zoom.in')} onClick={() => drawing?.zoom(0.6)}>
          +
        </Button>
        <Button kind="secondary" small aria-label={t('zoom.out')} onClick={() => drawing?.zoom(1 / 0.6)}>
          −
        </Button>
        <Button kind="secondary" small onClick={() => drawing?.zoom(0)}>
          {t('zoom.all')}
        </Button>
      </div>
    </div>
  );
}
