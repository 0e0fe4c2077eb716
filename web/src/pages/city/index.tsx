import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { graphql } from '../../api/graphql';
import { present } from '../../api/present';
import { NetworkCard, NetworkCardFields, SolutionCard, SolutionCardFields } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { NotFound } from '../../routes';
import { Empty, Grid, Loaded, Page, QueryLink, Section } from '../../ui';
import { messages } from './messages';

const CITY = graphql(
  `
    query City($slug: String!) {
      city(slug: $slug) {
        id
        name
        population
        country {
          id
          name
        }
        networks(first: 50) {
          nodes {
            ...NetworkCardFields
          }
        }
        solutions(first: 20) {
          nodes {
            ...SolutionCardFields
          }
        }
      }
    }
  `,
  [NetworkCardFields, SolutionCardFields],
);

/** A city: its networks, and what it shared. */
export default function City() {
  const t = useMessages(messages);
  const { number } = useFormat();
  const { slug = '' } = useParams();
  const variables = { slug };
  const [state, refetch] = useQuery({ query: CITY, variables });
  return (
    <Loaded state={state} refetch={refetch}>
      {({ city }) => {
        if (!city) return <NotFound />;
        const networks = present(city.networks?.nodes);
        const solutions = present(city.solutions?.nodes);
        return (
          <Page
            title={city.name}
            eyebrow={city.country.name}
            lead={city.population === null ? undefined : t('population', { population: number(city.population) })}
          >
            <Section heading={t('solutions')} aside={<QueryLink document={CITY} variables={variables} />}>
              {solutions.length === 0 && <Empty title={t('solutions.none')} />}
              <Grid>
                {solutions.map((solution) => (
                  <li key={solution.id}>
                    <SolutionCard solution={solution} />
                  </li>
                ))}
              </Grid>
            </Section>
            <Section heading={t('networks')}>
              {networks.length === 0 && <Empty title={t('networks.none')} />}
              <Grid>
                {networks.map((network) => (
                  <li key={network.id}>
                    <NetworkCard network={network} />
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
