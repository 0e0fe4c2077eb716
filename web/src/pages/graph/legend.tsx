import type { CSSProperties } from 'react';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import css from './graph.module.css';
import { messages } from './messages';
import { LINK_KINDS, seriesOf, type CityNetwork } from './network';
import { LINK_TOKENS } from './palette';

/** What the colours of links mean, and those of cities. @param ofLinks whether those of links are enough */
export function Legend({ network, ofLinks }: { network: CityNetwork; ofLinks: boolean }) {
  const t = useMessages(messages);
  const { list } = useFormat();
  const shown = LINK_KINDS.filter((kind) => network.links.some((link) => link.kind === kind));
  const communities = network.communities.filter(({ cities }) => cities.length > 1).slice(0, 7);
  return (
    <div className={css.legend}>
      <h2>{t('legend.links')}</h2>
      <ul role="list">
        {shown.map((kind) => (
          <li key={kind}>
            <span className={css.stroke} style={{ background: `var(${LINK_TOKENS[kind][0]})` }} aria-hidden="true" />
            {t(`kind.${kind}`)}
          </li>
        ))}
      </ul>
      {!ofLinks && (
        <>
          {' '}
          <h2>{t('legend.communities')}</h2>
          <p className={css.muted}>{t('community.about')}</p>
          <ul role="list">
            {communities.map(({ index, cities }) => (
              <li key={index}>
                <CommunityDot community={index} />
                {t('community.cities', {
                  names: list(cities.slice(0, 2).map(({ name }) => name)),
                  more: Math.max(0, cities.length - 2),
                })}
              </li>
            ))}
          </ul>
        </>
      )}{' '}
    </div>
  );
}

export function CommunityDot({ community }: { community: number }) {
  return (
    <span
      className={css.dot}
      style={{ '--dot': `var(--series-${seriesOf(community)})` } as CSSProperties}
      aria-hidden="true"
    />
  );
}
