import { useQuery } from 'urql';
import { graphql } from '../../api/graphql';
import { present } from '../../api/present';
import { SolutionCard, SolutionCardFields } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { WorldMap } from '../../map';
import { ButtonLink, Figure, Grid, Loaded, Page, QueryLink, Row, Section, Stat, Stats } from '../../ui';
import { messages } from './messages';

const HOME = graphql(
  `
    query Home {
      cities(first: 1) {
        totalCount
      }
      networks(first: 1, filter: { active: true }) {
        totalCount
      }
      solutions(first: 3, orderBy: { field: ADOPTION_COUNT }) {
        totalCount
        nodes {
          ...SolutionCardFields
        }
      }
      sharing: cities(first: 100, filter: { hasSolutions: {} }) {
        totalCount
        nodes {
          id
          slug
          name
          location {
            latitude
            longitude
          }
        }
      }
    }
  `,
  [SolutionCardFields],
);

/** What there is, at a glance, and where to go on. */
export default function Home() {
  const t = useMessages(messages);
  const { number } = useFormat();
  const [state, refetch] = useQuery({ query: HOME });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Row>
        <ButtonLink href="/networks">{t('networks.open')}</ButtonLink>
        <ButtonLink href="/feed" kind="secondary">
          {t('feed.open')}
        </ButtonLink>
        <ButtonLink href="/graph" kind="secondary">
          {t('graph.open')}
        </ButtonLink>
      </Row>
      <Loaded state={state} refetch={refetch}>
        {({ cities, networks, solutions, sharing }) => (
          <>
            <Stats>
              <Stat value={number(cities?.totalCount ?? 0)} label={t('cities')} />
              <Stat value={number(networks?.totalCount ?? 0)} label={t('networks')} />
              <Stat value={number(solutions?.totalCount ?? 0)} label={t('solutions')} />
            </Stats>
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
            <Section heading={t('adopted')} aside={<QueryLink document={HOME} />}>
              <Grid>
                {present(solutions?.nodes).map((solution) => (
                  <li key={solution.id}>
                    <SolutionCard solution={solution} />
                  </li>
                ))}
              </Grid>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
