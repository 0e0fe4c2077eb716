import { useQuery } from 'urql';
import { Link } from 'wouter';
import { graphql } from '../../api/graphql';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Empty, Loaded, Page, QueryLink, Section, Stat, Stats, Table } from '../../ui';
import { messages } from './messages';

const GRAPH = graphql(`
  query Graph {
    graph(filter: { layers: [ADOPTION, COLLABORATION] }) {
      cityCount
      linkCount
      undatedLinkCount
      rank(by: DEGREE, first: 20) {
        cities {
          rank
          score
          city {
            id
            slug
            name
          }
        }
      }
    }
  }
`);

/** The graph in figures, and its best linked cities. */
export default function Graph() {
  const t = useMessages(messages);
  const { number } = useFormat();
  const [state, refetch] = useQuery({ query: GRAPH });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded state={state} refetch={refetch}>
        {({ graph }) => {
          if (!graph) return <Empty title={t('none')} />;
          return (
            <>
              <Stats>
                <Stat value={number(graph.cityCount)} label={t('cities')} />
                <Stat value={number(graph.linkCount)} label={t('links')} />
                <Stat value={number(graph.undatedLinkCount)} label={t('undated')} />
              </Stats>
              <Section heading={t('ranking')} aside={<QueryLink document={GRAPH} />}>
                <Table
                  caption={t('ranking')}
                  captionHidden
                  rows={graph.rank.cities}
                  keyOf={({ rank, city }) => city?.id ?? String(rank)}
                  columns={[
                    {
                      name: t('city'),
                      cell: ({ city }) => city && <Link href={`/city/${city.slug}`}>{city.name}</Link>,
                    },
                    { name: t('rank'), numeric: true, cell: ({ rank }) => number(rank) },
                    { name: t('degree'), numeric: true, cell: ({ score }) => number(score) },
                  ]}
                />
              </Section>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
