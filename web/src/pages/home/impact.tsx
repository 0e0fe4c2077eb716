import type { ResultOf } from '../../api/graphql';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Callout, Stat, Stats } from '../../ui';
import { messages } from './messages';
import type { HOME } from './queries';

type Figures = NonNullable<ResultOf<typeof HOME>['impact']>;

/** What peers brought about, as cities report it: beside how many answer at all, and beside what C40 says of its members. */
export function Impact({ impact }: { impact: Figures }) {
  const t = useMessages(messages);
  const { percent, number } = useFormat();
  const { influencedActionShareBounds: bounds } = impact;
  const share = (value: number | null) => (value === null ? t('unknown') : percent(value));
  return (
    <>
      <Stats>
        <Stat
          value={share(impact.influencedActionShare)}
          label={t('impact.actions')}
          note={t('impact.actions.coverage', { n: impact.answeredActionCount, of: impact.actionCount })}
        />
        <Stat
          value={share(impact.influencedCityShare)}
          label={t('impact.cities')}
          note={t('impact.cities.coverage', { n: impact.answeredCityCount, of: impact.cityCount })}
        />
        {bounds?.[0] !== undefined && bounds[1] !== undefined && (
          <Stat
            value={`${percent(bounds[0])} – ${percent(bounds[1])}`}
            label={t('impact.bounds')}
            note={t('impact.bounds.note', { n: number(impact.actionCount - impact.answeredActionCount) })}
          />
        )}
      </Stats>
      <Callout title={t('claim.title')}>
        <p>
          {t('claim')}{' '}
          <a href="https://www.c40.org/networks/" rel="noreferrer">
            {t('claim.source')}
          </a>
        </p>
        <p>{t('claim.compare')}</p>
      </Callout>
    </>
  );
}
