import type { ReactNode } from 'react';
import { classes } from '../ui/classes';
import { scaleOf, type Span } from './scale';
import css from './timeline.module.css';

export interface TimelineRow extends Span {
  id: string;
  label: ReactNode;
  /** Whether its bar stands out: a lead city. */
  strong?: boolean;
}

/**
 * Periods below one another on one axis of years. What has no known date at all is left out: say elsewhere how many these are. Put it
 * into a Figure, whose text and table say the same.
 */
export function Timeline({
  rows,
  today = new Date().toISOString().slice(0, 10),
}: {
  rows: readonly TimelineRow[];
  today?: string;
}) {
  const dated = rows.filter(({ start, end }) => start !== null || end !== null);
  const scale = scaleOf(dated, today);
  if (!scale) return null;
  return (
    <div className={css.timeline}>
      {dated.map(({ id, label, strong, start, end }) => {
        const { from, to, isOpenStart, isOpenEnd } = scale.bar({ start, end });
        return (
          <div key={id} className={css.row}>
            <div className={css.label}>{label}</div>
            <div className={css.track}>
              <div
                className={classes(
                  css.bar,
                  strong && css.strong,
                  isOpenStart && css.openStart,
                  isOpenEnd && css.openEnd,
                )}
                style={{ insetInlineStart: `${from * 100}%`, inlineSize: `max(4px, ${(to - from) * 100}%)` }}
              />
            </div>
          </div>
        );
      })}
      <div className={css.row}>
        <div />
        <div className={css.axis}>
          {scale.ticks.map(({ year, at }) => (
            <span key={year} className={css.tick} style={{ insetInlineStart: `${at * 100}%` }}>
              {year}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
