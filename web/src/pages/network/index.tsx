import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { graphql } from '../../api/graphql';
import { present } from '../../api/present';
import { CityCard, CityCardFields } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { WorldMap } from '../../map';
import { NotFound } from '../../routes';
import { Figure, Grid, Loaded, Page, Section, SourceLine } from '../../ui';
import { messages } from './messages';

const NETWORK = graphql(
  `
    query Network($slug: String!) {
      network(slug: $slug) {
        id
        name
        summary
        contentLocale
        initiative {
          id
          name
        }
        members(first: 100) {
          totalCount
          nodes {
            ...CityCardFields
            location {
              latitude
              longitude
            }
          }
        }
        source {
          name
          url
          retrievedOn
        }
      }
    }
  `,
  [CityCardFields],
);

/** A network and its members. */
export default function Network() {
  const t = useMessages(messages);
  const { list } = useFormat();
  const { slug = '' } = useParams();
  const variables = { slug };
  const [state, refetch] = useQuery({ query: NETWORK, variables });
  return (
    <Loaded state={state} refetch={refetch}>
      {({ network }) => {
        if (!network) return <NotFound />;
        const members = present(network.members.nodes);
        const points = members.flatMap(({ slug: id, name, location }) =>
          location ? [{ id, name, href: `/city/${id}`, ...location }] : [],
        );
        const some = list(members.slice(0, 5).map(({ name }) => name));
        return (
          <Page
            title={network.name}
            eyebrow={network.initiative?.name ?? t('network')}
            lead={<Text locale={network.contentLocale}>{network.summary}</Text>}
          >
            <Figure
              title={t('map')}
              text={t('map.text', { count: network.members.totalCount, some })}
              query={{ document: NETWORK, variables }}
              note={<SourceLine source={network.source} />}
            >
              <WorldMap points={points} />
            </Figure>
            <Section heading={t('members')}>
              <Grid column="16rem">
                {members.map((city) => (
                  <li key={city.id}>
                    <CityCard city={city} />
                  </li>
                ))}
              </Grid>
            </Section>
          </Page>
        );
      }}
    </Loaded>
  );
}
