import { useQuery } from 'urql';
import { Link, useParams } from 'wouter';
import { graphql } from '../../api/graphql';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { NotFound } from '../../routes';
import { useTerms } from '../../terms';
import { Badge, Empty, Loaded, Page, QueryLink, Row, Section, SourceLine, Table } from '../../ui';
import { messages } from './messages';

const SOLUTION = graphql(`
  query Solution($slug: String!) {
    solution(slug: $slug) {
      id
      title
      summary
      contentLocale
      sector
      city {
        id
        slug
        name
      }
      adoptions(first: 50) {
        nodes {
          id
          adoptedOn
          datePrecision
          status
          city {
            id
            slug
            name
          }
          learnedFrom {
            id
            name
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
`);

/** A solution, and who took it up. */
export default function Solution() {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const { slug = '' } = useParams();
  const variables = { slug };
  const [state, refetch] = useQuery({ query: SOLUTION, variables });
  return (
    <Loaded state={state} refetch={refetch}>
      {({ solution }) => {
        if (!solution) return <NotFound />;
        const { city, contentLocale } = solution;
        const adoptions = present(solution.adoptions.nodes);
        return (
          <Page
            title={solution.title}
            heading={<Text locale={contentLocale}>{solution.title}</Text>}
            eyebrow={city && <Link href={`/city/${city.slug}`}>{city.name}</Link>}
            lead={<Text locale={contentLocale}>{solution.summary}</Text>}
          >
            <Row>
              <Badge tone="primary">{say('Sector', solution.sector)}</Badge>
              <SourceLine source={solution.source} />
            </Row>
            <Section heading={t('adoptions')} aside={<QueryLink document={SOLUTION} variables={variables} />}>
              {adoptions.length === 0 ? (
                <Empty title={t('adoptions.none')} />
              ) : (
                <Table
                  caption={t('adoptions')}
                  captionHidden
                  rows={adoptions}
                  keyOf={({ id }) => id}
                  columns={[
                    {
                      name: t('city'),
                      cell: ({ city }) => city && <Link href={`/city/${city.slug}`}>{city.name}</Link>,
                    },
                    {
                      name: t('when'),
                      cell: ({ adoptedOn, datePrecision }) =>
                        adoptedOn === null ? t('unknown') : date(adoptedOn, datePrecision),
                    },
                    { name: t('from'), cell: ({ learnedFrom }) => learnedFrom?.name ?? t('unknown') },
                    { name: t('status'), cell: ({ status }) => say('AdoptionStatus', status) },
                  ]}
                />
              )}
            </Section>
          </Page>
        );
      }}
    </Loaded>
  );
}
