import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Callout, Empty, Figure, Loaded, Skeleton, Tabs } from '../../ui';
import { CityField } from './city-field';
import { CityPanel } from './city-panel';
import css from './graph.module.css';
import { hasWebGl } from './has-web-gl';
import { Legend } from './legend';
import { messages } from './messages';
import { networkOf, twinningsOf, type CityNetwork } from './network';
import { PathFinder } from './path-finder';
import { isVersionGone, VIEW, type GraphAnswer, type ViewResult } from './queries';
import { CityTable, LinkTable } from './tables';
import { TakeAway } from './take-away';
import { usePath } from './use-path';
import { usePhone } from './use-phone';
import { layersOf, twinningOf, type GraphFilter, type View } from './view';

// Sigma and the layout are loaded with the first picture.
const Picture = lazy(() => import('./picture'));

export interface ExploredProps {
  view: View;
  change: (part: Partial<View>) => void;
  filter: GraphFilter;
  /** Of the graph that the filters were filled from: all that is shown is of it. */
  version: string;
  /** How many links have no date, whether they are shown or not. */
  undatedCount: number;
  /** Whether `version` belongs to the filter already. */
  isSettled: boolean;
  onVersionGone: () => void;
}

/** What the filters let in. */
export function Explored(shown: ExploredProps) {
  const { filter, version, view, isSettled, onVersionGone } = shown;
  const twinning = twinningOf(filter);
  const variables = { filter, version, sizeBy: view.sizeBy, twinning, mixed: twinning !== null };
  const [state, refetch] = useQuery({ query: VIEW, variables, pause: !isSettled });
  const isGone = isVersionGone(state.error);
  useEffect(() => {
    if (isGone) onVersionGone();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each version that is gone
  }, [isGone, version]);
  if (isGone) return <Skeleton lines={10} />;
  const isBusy = state.fetching || !isSettled;
  return (
    <Loaded state={state} refetch={refetch} skeleton={<Skeleton lines={10} />}>
      {(answer) => (
        <div className={css.shown} aria-busy={isBusy} data-loading={isBusy ? '' : undefined}>
          {answer.graph && <Answered {...shown} answer={answer} graph={answer.graph} variables={variables} />}
        </div>
      )}
    </Loaded>
  );
}

interface AnsweredProps extends ExploredProps {
  answer: ViewResult;
  graph: GraphAnswer;
  variables: Record<string, unknown>;
}

function Answered(props: AnsweredProps) {
  const { answer, graph, variables, view, change, filter, undatedCount, isSettled, onVersionGone } = props;
  const t = useMessages(messages);
  const isAllTwinning = filter.kinds?.length === 1 && filter.kinds[0] === 'TWINNING';
  const twinnings = useMemo(() => twinningsOf(answer, isAllTwinning), [answer, isAllTwinning]);
  const network = useMemo(() => networkOf(graph, twinnings), [graph, twinnings]);
  const [start, end] = [view.start, view.end].map((slug) => (slug === null ? undefined : network.bySlug.get(slug)));
  const found = usePath({ start, end, network, filter, version: graph.version, isSettled, twinnings });
  const isGone = isVersionGone(found.state.error);
  useEffect(() => {
    if (isGone) onVersionGone();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each version that is gone
  }, [isGone, graph.version]);

  if (network.nodes.length === 0)
    return (
      <Empty title={t('none')}>
        {undatedCount > 0 && !view.undated ? t('none.undated', { count: undatedCount }) : t('none.help')}
      </Empty>
    );
  return (
    <>
      <Figure
        title={t('figure')}
        text={<Summary graph={graph} network={network} view={view} undatedCount={undatedCount} />}
        query={{ document: VIEW, variables }}
        note={graph.subgraph.omittedCityCount > 0 && t('omitted', { count: graph.subgraph.omittedCityCount })}
        interactive
      >
        <Pages {...{ network, graph, view, change }} path={found.cities} />
      </Figure>
      <PathFinder view={view} change={change} network={network} found={found} />
      <TakeAway shown={{ filter, version: graph.version }} graph={graph} sizeBy={view.sizeBy} variables={variables} />
    </>
  );
}

interface SummaryProps {
  graph: GraphAnswer;
  network: CityNetwork;
  view: View;
  undatedCount: number;
}

/** The picture in words. */
function Summary({ graph, network, view, undatedCount }: SummaryProps) {
  const t = useMessages(messages);
  const { list } = useFormat();
  const best = network.nodes.toSorted((a, b) => b.degree - a.degree).slice(0, 3);
  return (
    <>
      {t('summary', {
        cities: graph.cityCount,
        links: graph.linkCount,
        communities: network.communities.length,
        best: list(best.map(({ name }) => name)),
      })}
      {undatedCount > 0 && (
        <span className={css.line}>
          {t(view.undated ? 'summary.undated' : 'summary.dated', { count: undatedCount })}
        </span>
      )}
    </>
  );
}

interface PagesProps {
  network: CityNetwork;
  graph: GraphAnswer;
  view: View;
  change: (part: Partial<View>) => void;
  path: CityNetwork['nodes'];
}

/** The same as picture, cities and links; phones begin with the cities. */
function Pages({ network, graph, view, change, path }: PagesProps) {
  const t = useMessages(messages);
  const isPhone = usePhone();
  const [canDraw] = useState(hasWebGl);
  const city = view.city === null ? null : (network.bySlug.get(view.city) ?? null);
  const cities = () => <CityTable network={network} sizeBy={view.sizeBy} />;
  const instead = () => (
    <div className={css.instead}>
      <Callout tone="warn" title={t('webgl.none')}>
        {t('webgl.none.help')}
      </Callout>
      {cities()}
    </div>
  );
  const picture = () => (
    <div className={css.picture}>
      <Suspense fallback={<Skeleton lines={10} />}>
        <Picture
          network={network}
          digest={`${graph.digest} ${layersOf(view.links).join()}`}
          city={city}
          path={path}
          onCity={(clicked) => change({ city: clicked?.slug ?? null })}
        />
      </Suspense>
      <div className={css.aside}>
        <CityField label={t('city.find')} network={network} value={null} onChange={(slug) => change({ city: slug })} />
        {city ? (
          <CityPanel city={city} view={view} change={change} network={network} />
        ) : (
          <p className={css.muted}>{t('city.hint')}</p>
        )}
        <Legend network={network} ofLinks={city !== null} />
      </div>
    </div>
  );
  return (
    <Tabs
      label={t('tabs')}
      selected={view.tab ?? (isPhone ? 'cities' : 'picture')}
      onSelect={(tab) => change({ tab: tab as View['tab'] })}
      tabs={[
        { id: 'picture', label: t('tab.picture'), panel: canDraw ? picture : instead },
        { id: 'cities', label: t('tab.cities'), panel: cities },
        { id: 'links', label: t('tab.links'), panel: () => <LinkTable network={network} /> },
      ]}
    />
  );
}
