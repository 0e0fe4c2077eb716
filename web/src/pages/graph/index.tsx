import { useState } from 'react';
import { useQuery } from 'urql';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { Callout, Empty, Failure, Loaded, Page, Skeleton } from '../../ui';
import { Explored } from './explored';
import { Filters } from './filters';
import css from './graph.module.css';
import { messages } from './messages';
import { Presets } from './presets';
import { NETWORKS, SCOPE } from './queries';
import { usePhone } from './use-phone';
import { useView } from './use-view';
import { filterOf, scopeOf } from './view';

/** The graph of cities: a picture, its tables, paths between cities, and all of it to take away. */
export default function Graph() {
  const t = useMessages(messages);
  const [view, change] = useView();
  const isPhone = usePhone();
  const [isRenewed, setRenewed] = useState(false);
  const renew = () => {
    setRenewed(true);
    refetch({ requestPolicy: 'network-only' });
  };
  const [named, again] = useQuery({ query: NETWORKS });
  const networks = present(named.data?.networks?.nodes);
  const network = networks.find(({ slug }) => slug === view.network) ?? null;
  const hasLinks = view.links.length > 0;
  const isKnown = view.network === null || named.data !== undefined;
  const networkId = network?.id ?? null;
  const [scope, refetch] = useQuery({
    query: SCOPE,
    variables: { filter: scopeOf(view, networkId) },
    pause: !hasLinks || !isKnown,
  });
  const years = scope.data?.graph?.timeline.map(({ date, newLinks }) => ({ year: Number(date.slice(0, 4)), newLinks }));

  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={css.page}>
        <Presets view={view} />
        <div className={css.columns}>
          <details className={css.side} open={!isPhone}>
            <summary>{t('filters')}</summary>
            <Filters
              view={view}
              change={change}
              networks={networks}
              years={years ?? []}
              undatedCount={scope.data?.graph?.undatedLinkCount ?? 0}
            />
          </details>
          <div className={css.main}>
            {isRenewed && <Callout live title={t('renewed')} />}
            {!hasLinks && <Empty title={t('links.none')}>{t('links.none.help')}</Empty>}
            {hasLinks && named.error && !isKnown && <Failure error={named.error} retry={again} />}
            {hasLinks && (isKnown || !named.error) && (
              <Loaded state={scope} refetch={refetch} skeleton={<Skeleton lines={10} />}>
                {({ graph }) =>
                  graph && (
                    <Explored
                      view={view}
                      change={change}
                      filter={filterOf(view, networkId)}
                      version={graph.version}
                      undatedCount={graph.undatedLinkCount}
                      isSettled={!scope.fetching}
                      onVersionGone={renew}
                    />
                  )
                }
              </Loaded>
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}
