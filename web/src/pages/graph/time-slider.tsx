import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/catalog';
import css from './graph.module.css';
import { messages } from './messages';

export interface TimeSliderProps {
  /** How many pairs of cities were linked for the first time, by year. */
  years: readonly { year: number; newLinks: number }[];
  from: number | null;
  to: number | null;
  /** Null where it is at its end, and bounds nothing. */
  onChange: (years: { from: number | null; to: number | null }) => void;
}

/** First and last year, over a chart of what began when. */
export function TimeSlider({ years, from, to, onChange }: TimeSliderProps) {
  const t = useMessages(messages);
  const first = years[0]!.year;
  const last = years.at(-1)!.year;
  const within = (year: number) => Math.min(last, Math.max(first, year));
  const low = within(from ?? first);
  const high = within(to ?? last);
  const bounds = (a: number, b: number) => onChange({ from: a <= first ? null : a, to: b >= last ? null : b });
  return (
    <div className={css.time}>
      <Bars years={years} low={low} high={high} />
      <Year
        label={t('time.from')}
        value={low}
        {...{ first, last }}
        onChange={(year) => bounds(year, Math.max(year, high))}
      />
      <Year
        label={t('time.to')}
        value={high}
        {...{ first, last }}
        onChange={(year) => bounds(Math.min(low, year), year)}
      />
    </div>
  );
}

interface YearProps {
  label: string;
  value: number;
  first: number;
  last: number;
  onChange: (year: number) => void;
}

/** A slider whose year is told when it is let go: each is a question to the API. */
function Year({ label, value, first, last, onChange }: YearProps) {
  const input = useRef<HTMLInputElement>(null);
  const [moving, setMoving] = useState<number | null>(null);
  useEffect(() => {
    const { current } = input;
    const commit = () => {
      setMoving(null);
      onChange(Number(current!.value));
    };
    current?.addEventListener('change', commit);
    return () => current?.removeEventListener('change', commit);
  }, [onChange]);
  return (
    <label className={css.year}>
      <span>{label}</span>
      <input
        ref={input}
        type="range"
        min={first}
        max={last}
        value={moving ?? value}
        onChange={(event) => setMoving(event.target.valueAsNumber)}
      />
      <output>{moving ?? value}</output>
    </label>
  );
}

function Bars({ years, low, high }: { years: TimeSliderProps['years']; low: number; high: number }) {
  const most = Math.max(1, ...years.map(({ newLinks }) => newLinks));
  return (
    <svg className={css.bars} viewBox={`0 0 ${years.length} 1`} preserveAspectRatio="none" aria-hidden="true">
      {years.map(({ year, newLinks }, i) => {
        const height = Math.sqrt(newLinks / most);
        const isIn = low <= year && year <= high;
        return (
          <rect
            key={year}
            className={isIn ? css.barIn : css.barOut}
            x={i + 0.1}
            width={0.8}
            y={1 - height}
            height={height}
          />
        );
      })}
    </svg>
  );
}
