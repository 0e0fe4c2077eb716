import { useQuery } from 'urql';
import { graphql } from '../../api/graphql';
import { present } from '../../api/present';
import { NetworkCard, NetworkCardFields } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { Empty, Grid, Loaded, Page, QueryLink, Section } from '../../ui';
import { messages } from './messages';

const NETWORKS = graphql(
  `
    query Networks {
      initiatives(first: 20) {
        nodes {
          id
          name
          networks(first: 50, filter: { active: true }) {
            nodes {
              ...NetworkCardFields
            }
          }
        }
      }
    }
  `,
  [NetworkCardFields],
);

/** Networks by initiative area. */
export default function Networks() {
  const t = useMessages(messages);
  const [state, refetch] = useQuery({ query: NETWORKS });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded state={state} refetch={refetch}>
        {({ initiatives }) => {
          const areas = present(initiatives?.nodes).filter(({ networks }) => networks.nodes.length > 0);
          if (areas.length === 0) return <Empty title={t('none')} />;
          return areas.map(({ id, name, networks }) => (
            <Section key={id} heading={name} aside={<QueryLink document={NETWORKS} />}>
              <Grid>
                {present(networks.nodes).map((network) => (
                  <li key={network.id}>
                    <NetworkCard network={network} />
                  </li>
                ))}
              </Grid>
            </Section>
          ));
        }}
      </Loaded>
    </Page>
  );
}
