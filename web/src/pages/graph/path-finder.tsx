import { Link } from 'wouter';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Button, Callout, Loaded, QueryLink, Row, Section } from '../../ui';
import { CityField } from './city-field';
import css from './graph.module.css';
import { messages } from './messages';
import type { CityNetwork } from './network';
import { PATH } from './queries';
import type { CityPath, usePath } from './use-path';
import { useWords } from './use-words';
import type { View } from './view';

export interface PathFinderProps {
  view: View;
  change: (part: Partial<View>) => void;
  network: CityNetwork;
  found: ReturnType<typeof usePath>;
}

/** How two cities are joined: the shortest path between them, in words; the picture shows it. */
export function PathFinder({ view: { start, end }, change, network, found }: PathFinderProps) {
  const t = useMessages(messages);
  const { isAsked, path, state, refetch, variables } = found;
  const absent = [start, end].filter((slug) => slug !== null && !network.bySlug.has(slug));
  return (
    <Section heading={t('path')} aside={isAsked && <QueryLink document={PATH} variables={variables} />}>
      <p>{t('path.lead')}</p>
      <div className={css.ends}>
        <CityField
          label={t('path.from')}
          network={network}
          value={start}
          onChange={(slug) => change({ start: slug })}
        />
        <CityField label={t('path.to')} network={network} value={end} onChange={(slug) => change({ end: slug })} />
        {(start !== null || end !== null) && (
          <Row>
            <Button kind="secondary" onClick={() => change({ start: end, end: start })}>
              {t('path.swap')}
            </Button>
            <Button kind="quiet" onClick={() => change({ start: null, end: null })}>
              {t('path.clear')}
            </Button>
          </Row>
        )}
      </div>
      {absent.map((slug) => (
        <Callout key={slug} tone="warn">
          {t('path.absent', { city: slug! })}
        </Callout>
      ))}
      {isAsked && (
        <Loaded state={state} refetch={refetch}>
          {() =>
            path ? (
              <Steps path={path} />
            ) : (
              <Callout tone="info" live title={t('path.none')}>
                {t('path.none.help')}
              </Callout>
            )
          }
        </Loaded>
      )}
    </Section>
  );
}

function Steps({ path: { cities, steps } }: { path: CityPath }) {
  const t = useMessages(messages);
  const words = useWords();
  const { list } = useFormat();
  const between = cities.slice(1, -1).map(({ name }) => name);
  const ends = { from: cities[0]!.name, to: cities.at(-1)!.name, count: steps.length };
  return (
    <div className={css.path} role="status" data-path="">
      <p className={css.pathText}>
        {between.length === 0 ? t('path.direct', ends) : t('path.text', { ...ends, between: list(between) })}
      </p>
      <ol className={css.steps}>
        {steps.map((links, i) => (
          <li key={cities[i]!.id}>
            <div className={css.pair}>
              <Link href={`/city/${cities[i]!.slug}`}>{cities[i]!.name}</Link>
              <span aria-hidden="true">→</span>
              <Link href={`/city/${cities[i + 1]!.slug}`}>{cities[i + 1]!.name}</Link>
            </div>
            {links.map((link) => (
              <div key={`${link.source.id} ${link.kind}`}>{words(link, cities[i])}</div>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}
