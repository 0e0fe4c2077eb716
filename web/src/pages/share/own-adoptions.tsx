import { Link } from 'wouter';
import { graphql } from '../../api/graphql';
import { useMessages } from '../../i18n/catalog';
import { Text } from '../../i18n/text';
import { Badge, ButtonLink, QueryLink, Row, Section } from '../../ui';
import { AdoptionFacts } from './adoption-facts';
import { messages } from './messages';
import { PAGE, Rows } from './rows';
import css from './share.module.css';
import type { CityOfViewer } from './types';

const OWN = graphql(`
  query OwnAdoptions($city: String!, $first: Int!, $after: String) {
    city(slug: $city) {
      id
      adoptions(first: $first, after: $after) {
        totalCount
        nodes {
          id
          kind
          status
          adoptedOn
          datePrecision
          confirmed
          solution {
            id
            slug
            title
            contentLocale
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** What the city takes up, to be revised. */
export function OwnAdoptions({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const variables = { city: city.slug };
  return (
    <Section
      heading={t('taken', { city: city.name })}
      aside={<QueryLink document={OWN} variables={{ ...variables, first: PAGE }} />}
    >
      <Rows
        query={OWN}
        variables={variables}
        listOf={({ city }) => city?.adoptions}
        none={t('taken.none', { city: city.name })}
        row={(adoption) => {
          const { id, confirmed, solution } = adoption;
          return (
            <li key={id} className={css.row}>
              <div className={css.what}>
                <Link href={`/solution/${solution.slug}`}>
                  <Text locale={solution.contentLocale}>{solution.title}</Text>
                </Link>
                <AdoptionFacts adoption={adoption} />
              </div>
              <Row>
                {confirmed && <Badge tone="good">{t('confirmed')}</Badge>}
                <ButtonLink
                  kind="secondary"
                  small
                  href={`/share/adoption/${id}`}
                  aria-label={t('revise.it', { title: solution.title })}
                >
                  {t('revise')}
                </ButtonLink>
              </Row>
            </li>
          );
        }}
      />
    </Section>
  );
}
