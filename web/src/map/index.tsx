import { lazy, Suspense } from 'react';
import { HEIGHT, WIDTH, type Place } from './size';
import css from './map.module.css';

export type { Place };

export interface MapPoint extends Place {
  /** Unique on the map: the city's slug. */
  id: string;
  name: string;
  /** Where a click on it leads, without the language: `/city/quito`. */
  href?: string;
  /** Whether its name is written beside it. */
  labelled?: boolean;
  /** Its area in proportion to others; 1 by default. */
  weight?: number;
  /** Which of the colours `--series-1` to `--series-8`. Default: 1. */
  series?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
}

export interface MapLine {
  id: string;
  from: Place;
  to: Place;
  series?: MapPoint['series'];
}

export interface WorldMapProps {
  points: readonly MapPoint[];
  /** Drawn below the points, along great circles. */
  lines?: readonly MapLine[];
  /** Whether only the part where the points lie is shown. Default: the whole world. */
  fit?: boolean;
}

const Drawing = lazy(() => import('./drawing'));

/**
 * A map of the world with cities on it. Screen readers pass it by: put it into a Figure, whose text and table say the same. Its code
 * and outlines are loaded when the first map is shown.
 */
export function WorldMap(props: WorldMapProps) {
  return (
    <Suspense fallback={<div className={css.empty} data-loading="" style={{ aspectRatio: WIDTH / HEIGHT }} />}>
      <Drawing {...props} />
    </Suspense>
  );
}
