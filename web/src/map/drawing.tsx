import { useMemo } from 'react';
import { borders, land, scale } from 'virtual:world-outlines';
import { Link } from 'wouter';
import type { MapLine, MapPoint, WorldMapProps } from '.';
import css from './map.module.css';
import { arc, pathOf, projectionOf } from './project';
import { HEIGHT, WIDTH } from './size';

const colour = (series: MapPoint['series'] = 1) => `var(--series-${series})`;

const radius = ({ weight = 1 }: MapPoint) => Math.min(14, 4 * Math.sqrt(weight));

/** The map itself. */
export default function Drawing({ points, lines = [], fit = false }: WorldMapProps) {
  const projection = useMemo(() => projectionOf(points, fit), [points, fit]);
  const drawn = points.flatMap((point) => {
    const [x, y] = projection([point.longitude, point.latitude]) ?? [];
    return x === undefined || y === undefined ? [] : [{ point, x, y }];
  });
  return (
    <svg className={css.map} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <g transform={`translate(${projection.translate().join(' ')}) scale(${projection.scale() / scale})`}>
        <path className={css.land} d={land} />
        <path className={css.borders} d={borders} />
      </g>
      {lines.map((line: MapLine) => (
        <path
          key={line.id}
          className={css.line}
          stroke={colour(line.series)}
          d={pathOf(projection, arc(line.from, line.to))}
        />
      ))}
      {drawn.map(({ point, x, y }) => (
        <Marker key={point.id} point={point} x={x} y={y} />
      ))}
      {drawn.map(({ point, x, y }) => (point.labelled ? <Label key={point.id} point={point} x={x} y={y} /> : null))}
    </svg>
  );
}

function Marker({ point, x, y }: { point: MapPoint; x: number; y: number }) {
  const dot = (
    <circle className={css.point} cx={x} cy={y} r={radius(point)} fill={colour(point.series)}>
      <title>{point.name}</title>
    </circle>
  );
  // The same links are in the figure's table: the keyboard need not go through hundreds of dots.
  return point.href === undefined ? (
    dot
  ) : (
    <Link href={point.href} tabIndex={-1}>
      {dot}
    </Link>
  );
}

/** A name beside its point; to its left where it would leave the map. */
function Label({ point, x, y }: { point: MapPoint; x: number; y: number }) {
  const isRight = x > WIDTH * 0.85;
  const distance = radius(point) + 5;
  return (
    <text
      className={css.label}
      x={isRight ? x - distance : x + distance}
      y={y + 4}
      textAnchor={isRight ? 'end' : 'start'}
    >
      {point.name}
    </text>
  );
}
