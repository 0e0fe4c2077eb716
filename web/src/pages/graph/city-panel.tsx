import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { useTerms } from '../../terms';
import { Button, ButtonLink, Row } from '../../ui';
import css from './graph.module.css';
import { CommunityDot } from './legend';
import { messages } from './messages';
import type { CityNetwork, CityNode } from './network';
import { useWords } from './use-words';
import type { View } from './view';

export interface CityPanelProps {
  city: CityNode;
  view: View;
  change: (part: Partial<View>) => void;
  network: CityNetwork;
}

const SHOWN = 5;

/** The city that was clicked: its figures in this view, what links it, and where to go on. */
export function CityPanel({ city, view, change, network }: CityPanelProps) {
  const t = useMessages(messages);
  const say = useTerms();
  const words = useWords();
  const { number } = useFormat();
  const links = network.links.filter(({ source, target }) => source === city || target === city);
  const fellows = network.communities.find(({ index }) => index === city.community)!.cities;
  return (
    <aside className={css.panel} aria-label={city.name} data-city={city.slug}>
      <div className={css.panelHead}>
        <div>
          <h2>{city.name}</h2>
          <p className={css.muted}>{city.country}</p>
        </div>
        <Button kind="quiet" small aria-label={t('city.close')} onClick={() => change({ city: null })}>
          ✕
        </Button>
      </div>
      <dl className={css.facts}>
        <dt>{t('degree')}</dt>
        <dd>{number(city.degree)}</dd>
        {view.sizeBy !== 'DEGREE' && (
          <>
            <dt>{say('CentralityMetric', view.sizeBy)}</dt>
            <dd>{number(city.score, { maximumSignificantDigits: 3 })}</dd>
          </>
        )}
        <dt>{t('community')}</dt>
        <dd>
          <CommunityDot community={city.community} />{' '}
          {t('community.of', { number: city.community + 1, count: fellows.length })}
        </dd>
      </dl>
      <ul role="list" className={css.said}>
        {links.slice(0, SHOWN).map((link) => (
          <li key={`${link.source.id} ${link.target.id} ${link.kind}`}>{words(link, city)}</li>
        ))}
      </ul>
      {links.length > SHOWN && <p className={css.muted}>{t('city.more', { count: links.length - SHOWN })}</p>}
      <Row>
        <ButtonLink small href={`/city/${city.slug}`}>
          {t('city.open')}
        </ButtonLink>
        <Button small kind="secondary" onClick={() => change({ start: city.slug })}>
          {t('path.start')}
        </Button>
        <Button small kind="secondary" onClick={() => change({ end: city.slug })}>
          {t('path.end')}
        </Button>
      </Row>
    </aside>
  );
}
