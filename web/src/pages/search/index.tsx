import { useState } from 'react';
import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import { graphql, type ResultOf } from '../../api/graphql';
import { present } from '../../api/present';
import {
  CityCard,
  CityCardFields,
  NetworkCard,
  NetworkCardFields,
  SolutionCard,
  SolutionCardFields,
} from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { Card, Empty, Grid, Loaded, LoadMore, Page, QueryLink, Row } from '../../ui';
import { messages } from './messages';

const SEARCH = graphql(
  `
    query Search($text: String!, $after: String) {
      search(text: $text, first: 20, after: $after) {
        nodes {
          __typename
          ... on City {
            ...CityCardFields
          }
          ... on Network {
            ...NetworkCardFields
          }
          ... on Solution {
            ...SolutionCardFields
          }
          ... on Initiative {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CityCardFields, NetworkCardFields, SolutionCardFields],
);

type Found = NonNullable<NonNullable<NonNullable<ResultOf<typeof SEARCH>['search']>['nodes'][number]>>;

/** What a search finds, in any of the three languages; its address is `/search?q=…`. */
export default function Search() {
  const t = useMessages(messages);
  const [parameters] = useSearchParams();
  const text = parameters.get('q')?.trim() ?? '';
  return (
    <Page title={text ? t('title', { text }) : t('empty')} lead={text ? undefined : t('empty.lead')}>
      {text && <Results key={text} text={text} />}
    </Page>
  );
}

function Results({ text }: { text: string }) {
  const t = useMessages(messages);
  const [after, setAfter] = useState<string>();
  const [state, refetch] = useQuery({ query: SEARCH, variables: { text, after } });
  return (
    <Loaded state={state} refetch={refetch}>
      {({ search }) => {
        const found = present(search?.nodes);
        if (!search || found.length === 0) return <Empty title={t('none', { text })}>{t('none.help')}</Empty>;
        return (
          <>
            <Row>
              <QueryLink document={SEARCH} variables={{ text }} />
            </Row>
            <Grid>
              {found.map((one) => (
                <li key={one.id}>
                  <Result found={one} />
                </li>
              ))}
            </Grid>
            <LoadMore pageInfo={search.pageInfo} onMore={setAfter} fetching={state.fetching} shown={found.length} />
          </>
        );
      }}
    </Loaded>
  );
}

function Result({ found }: { found: Found }) {
  const t = useMessages(messages);
  switch (found.__typename) {
    case 'City':
      return <CityCard city={found} level={2} />;
    case 'Network':
      return <NetworkCard network={found} level={2} />;
    case 'Solution':
      return <SolutionCard solution={found} level={2} />;
    case 'Initiative':
      return <Card level={2} title={found.name} href="/networks" foot={t('initiative')} />;
  }
}
