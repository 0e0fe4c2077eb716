import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql';
import { present } from '../../api/present';
import { SolutionCard, SolutionCardFields } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { Empty, Grid, Loaded, LoadMore, Page, QueryLink, Row } from '../../ui';
import { messages } from './messages';

const FEED = graphql(
  `
    query Feed($after: String) {
      solutions(first: 20, after: $after, orderBy: { field: PUBLISHED_AT }) {
        totalCount
        nodes {
          ...SolutionCardFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [SolutionCardFields],
);

/** The solutions, newest first. */
export default function Feed() {
  const t = useMessages(messages);
  const [after, setAfter] = useState<string>();
  const [state, refetch] = useQuery({ query: FEED, variables: { after } });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Row>
        <QueryLink document={FEED} />
      </Row>
      <Loaded state={state} refetch={refetch}>
        {({ solutions }) => {
          const shown = present(solutions?.nodes);
          if (!solutions || shown.length === 0) return <Empty title={t('none')} />;
          return (
            <>
              <Grid>
                {shown.map((solution) => (
                  <li key={solution.id}>
                    <SolutionCard level={2} solution={solution} />
                  </li>
                ))}
              </Grid>
              <LoadMore
                pageInfo={solutions.pageInfo}
                onMore={setAfter}
                fetching={state.fetching}
                shown={shown.length}
                total={solutions.totalCount}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
