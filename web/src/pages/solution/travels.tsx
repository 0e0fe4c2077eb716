import { useSearchParams } from 'wouter';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { WorldMap, type MapPoint } from '../../map';
import { Figure, Table } from '../../ui';
import { byYear, until, yearOf } from './cascade';
import { messages } from './messages';
import { SOLUTION, type Cascade, type Origin, type Step } from './queries';
import css from './solution.module.css';

/** How the solution travelled: on a map, up to a year that can be chosen and stands in the address. */
export function Travels({ origin, cascade, slug }: { origin: Origin | null; cascade: Cascade; slug: string }) {
  const t = useMessages(messages);
  const { date } = useFormat();
  const [parameters, setParameters] = useSearchParams();
  const years = byYear(cascade.steps);
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  const chosen = Number(parameters.get('until'));
  const year = first !== undefined && chosen >= first && chosen <= last! ? chosen : null;
  const shown = until(cascade.steps, year);
  const choose = (value: number) => setParameters(value >= last! ? {} : { until: String(value) }, { replace: true });
  const dated = cascade.steps.filter(({ adoption }) => adoption.adoptedOn !== null).length;
  return (
    <Figure
      title={t('map')}
      text={
        year === null
          ? t('map.text', { count: cascade.size, dated })
          : t('map.until', { count: shown.length, year: String(year) })
      }
      query={{ document: SOLUTION, variables: { slug } }}
      table={
        <Table
          caption={t('by.year')}
          rows={years.filter(({ count }) => count > 0)}
          keyOf={({ year: each }) => String(each)}
          columns={[
            { name: t('year'), cell: ({ year: each }) => date(`${each}-01-01`, 'YEAR') },
            { name: t('cities'), cell: ({ count }) => count, numeric: true },
          ]}
        />
      }
      interactive={first !== undefined}
    >
      <WorldMap points={pointsOf(origin, shown)} lines={linesOf(origin, shown)} />
      {first !== undefined && last! > first && (
        <label className={css.years}>
          <span>{year === null ? t('all.years') : t('until', { year: String(year) })}</span>
          <Bars years={years} until={year ?? last!} />
          <input
            type="range"
            min={first}
            max={last}
            value={year ?? last}
            aria-valuetext={String(year ?? last)}
            onChange={({ target }) => choose(target.valueAsNumber)}
          />
          <span className={css.ends} aria-hidden="true">
            <span>{first}</span>
            <span>{last}</span>
          </span>
        </label>
      )}
    </Figure>
  );
}

/** Adoptions by year, above the slider. */
function Bars({ years, until: end }: { years: readonly { year: number; count: number }[]; until: number }) {
  const most = Math.max(...years.map(({ count }) => count));
  return (
    <span className={css.bars} aria-hidden="true">
      {years.map(({ year, count }) => (
        <span
          key={year}
          className={year <= end ? css.bar : css.later}
          style={{ blockSize: `${(count / most) * 100}%` }}
          title={`${year}: ${count}`}
        />
      ))}
    </span>
  );
}

function pointsOf(origin: Origin | null, steps: readonly Step[]): MapPoint[] {
  const adopters = steps.flatMap(({ to, adoption }) =>
    to.location
      ? [
          {
            id: to.slug,
            name: labelOf(to.name, adoption.adoptedOn),
            href: `/city/${to.slug}`,
            labelled: steps.length <= 12,
            ...to.location,
          },
        ]
      : [],
  );
  if (!origin?.location) return adopters;
  const { slug, name, location } = origin;
  return [...adopters, { id: slug, name, href: `/city/${slug}`, labelled: true, weight: 3, series: 2, ...location }];
}

const labelOf = (name: string, adoptedOn: string | null): string => {
  const year = yearOf(adoptedOn);
  return year === null ? name : `${name} ${year}`;
};

/** From the city that it was learnt from, where that is told and on the map. */
function linesOf(origin: Origin | null, steps: readonly Step[]) {
  const places = new Map(
    [origin, ...steps.map(({ to }) => to)].flatMap((city) => (city?.location ? [[city.id, city.location]] : [])),
  );
  return steps.flatMap(({ from, to, adoption }) => {
    const [start, end] = [from && places.get(from.id), places.get(to.id)];
    return start && end ? [{ id: adoption.id, from: start, to: end }] : [];
  });
}
