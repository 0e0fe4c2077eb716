import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { Button, ButtonLink, Loaded, QueryLink } from '../../ui';
import { citation, networkxLines } from './citation';
import css from './home.module.css';
import { messages } from './messages';
import { ANALYSIS, DASHBOARD } from './queries';

function Door({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={css.door} aria-label={title}>
      <h2 className={css.name}>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}

/** Runs a query here, and gives it away as curl or TypeScript. */
export function DashboardsDoor() {
  const t = useMessages(messages);
  const [isOpen, open] = useState(false);
  const [state, refetch] = useQuery({ query: DASHBOARD, pause: !isOpen });
  return (
    <Door title={t('dashboards')} text={t('dashboards.text')}>
      <div className={css.actions}>
        <Button onClick={() => open(true)}>{t('dashboards.run')}</Button>
        <QueryLink document={DASHBOARD} />
      </div>
      {isOpen && (
        <Loaded state={state} refetch={refetch}>
          {({ networks }) => (
            <ul className={css.answer}>
              {present(networks?.nodes).map(({ id, name, members }) => (
                <li key={id}>
                  <strong>{name}</strong> {t('members', { count: members.totalCount })}
                  <ul>
                    {present(members.nodes).map((city) => {
                      const [solution] = present(city.solutions?.nodes);
                      return (
                        <li key={city.id}>
                          {city.name}
                          {solution && (
                            <>
                              : <Text locale={solution.contentLocale}>{solution.title}</Text>
                            </>
                          )}
                        </li>
                      );
                    })}
                  </ul>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </Door>
  );
}

/** Leads to the feed, where one click signs in and shares. */
export function LiveDoor() {
  const t = useMessages(messages);
  return (
    <Door title={t('live')} text={t('live.text')}>
      <div className={css.actions}>
        <ButtonLink href="/feed">{t('live.open')}</ButtonLink>
        <ButtonLink href="/share" kind="quiet">
          {t('share.open')}
        </ButtonLink>
      </div>
    </Door>
  );
}

/** Asks the graph, and gives away how to cite the answer and how to go on in networkx. */
export function AnalystsDoor() {
  const t = useMessages(messages);
  const { number } = useFormat();
  const [isOpen, open] = useState(false);
  const [said, say] = useState('');
  const [state, refetch] = useQuery({ query: ANALYSIS, pause: !isOpen });
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => say(t('copied')),
      () => say(t('copy.failed')),
    );
  return (
    <Door title={t('analysts')} text={t('analysts.text')}>
      <div className={css.actions}>
        <Button onClick={() => open(true)}>{t('analysts.run')}</Button>
        <ButtonLink href="/graph" kind="quiet">
          {t('graph.open')}
        </ButtonLink>
      </div>
      {isOpen && (
        <Loaded state={state} refetch={refetch}>
          {({ graph }) =>
            graph && (
              <>
                <ol className={css.answer}>
                  {graph.rank.cities.map(
                    ({ city, score }) =>
                      city && (
                        <li key={city.id}>
                          <Link href={`/city/${city.slug}`}>{city.name}</Link>{' '}
                          {number(score, { maximumFractionDigits: 4 })}
                        </li>
                      ),
                  )}
                </ol>
                <p className={css.note}>
                  {t('analysts.answer', {
                    nodes: graph.cityCount,
                    links: graph.linkCount,
                    groups: graph.communities.communities.length,
                  })}
                </p>
                <div className={css.actions}>
                  <Button kind="quiet" small onClick={() => copy(citation(graph, location.origin))}>
                    {t('copy.citation')}
                  </Button>
                  <Button kind="quiet" small onClick={() => copy(networkxLines(location.origin))}>
                    {t('copy.networkx')}
                  </Button>
                  <span role="status">{said}</span>
                </div>
              </>
            )
          }
        </Loaded>
      )}
    </Door>
  );
}
