import { useQuery } from 'urql';
import { present } from '../../api/present';
import { SolutionCard } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { WorldMap } from '../../map';
import { ButtonLink, Figure, Grid, Loaded, Page, QueryLink, Section, Stat, Stats } from '../../ui';
import { AnalystsDoor, DashboardsDoor, LiveDoor } from './doors';
import css from './home.module.css';
import { Impact } from './impact';
import { messages } from './messages';
import { HOME } from './queries';

/** Three doors, and around them what the networks have done. */
export default function Home() {
  const t = useMessages(messages);
  const { number } = useFormat();
  const [state, refetch] = useQuery({ query: HOME });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded state={state} refetch={refetch}>
        {({ cities, networks, solutions, sharing, impact }) => (
          <>
            <Stats>
              <Stat value={number(cities?.totalCount ?? 0)} label={t('cities')} />
              <Stat value={number(networks?.totalCount ?? 0)} label={t('networks')} />
              <Stat value={number(solutions?.totalCount ?? 0)} label={t('solutions')} />
            </Stats>
            <div className={css.doors}>
              <DashboardsDoor />
              <LiveDoor />
              <AnalystsDoor />
            </div>
            <Figure
              title={t('map')}
              text={t('map.text', { count: sharing?.totalCount ?? 0 })}
              query={{ document: HOME }}
            >
              <WorldMap
                points={present(sharing?.nodes).flatMap(({ slug, name, location }) =>
                  location ? [{ id: slug, name, href: `/city/${slug}`, ...location }] : [],
                )}
              />
            </Figure>
            <Section
              heading={t('adopted')}
              aside={
                <ButtonLink href="/networks" kind="quiet" small>
                  {t('networks.open')}
                </ButtonLink>
              }
            >
              <Grid>
                {present(solutions?.nodes).map((solution) => (
                  <li key={solution.id}>
                    <SolutionCard solution={solution} />
                  </li>
                ))}
              </Grid>
            </Section>
            {impact && impact.actionCount > 0 && (
              <Section heading={t('impact')} aside={<QueryLink document={HOME} />}>
                <Impact impact={impact} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
