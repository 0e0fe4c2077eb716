import { useState } from 'react';
import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { ButtonLink, Empty, Grid, Loaded, LoadMore, Page, QueryLink, Row, Section } from '../../ui';
import { messages } from './messages';
import { SEARCH, type Found } from './queries';
import { Result } from './result';

/** What a search finds, in any of the three languages; its address is `/search?q=…`. */
export default function Search() {
  const t = useMessages(messages);
  const [parameters] = useSearchParams();
  const text = parameters.get('q')?.trim() ?? '';
  return (
    <Page title={text ? t('title', { text }) : t('empty')} lead={text ? undefined : t('empty.lead')}>
      {text ? <Results key={text} text={text} /> : <Elsewhere />}
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
        if (!search || found.length === 0)
          return (
            <>
              <Empty title={t('none', { text })}>{t('none.help')}</Empty>
              <Elsewhere />
            </>
          );
        return (
          <>
            <Row>
              <span role="status">{t('found', { count: search.totalCount })}</span>
              <QueryLink document={SEARCH} variables={{ text }} />
            </Row>
            {groupsOf(found).map(([kind, results]) => (
              <Section key={kind} heading={t(`group.${kind}`)}>
                <Grid>
                  {results.map((one) => (
                    <li key={one.id}>
                      <Result found={one} searched={text} />
                    </li>
                  ))}
                </Grid>
              </Section>
            ))}
            <LoadMore
              pageInfo={search.pageInfo}
              onMore={setAfter}
              fetching={state.fetching}
              shown={found.length}
              total={search.totalCount}
            />
          </>
        );
      }}
    </Loaded>
  );
}

/** By kind; the kind of the best result comes first. */
function groupsOf(found: readonly Found[]): [Found['__typename'], Found[]][] {
  const groups = new Map<Found['__typename'], Found[]>();
  for (const one of found) groups.set(one.__typename, [...(groups.get(one.__typename) ?? []), one]);
  return [...groups];
}

/** Where to look for who does not know what to search, or finds nothing. */
function Elsewhere() {
  const t = useMessages(messages);
  return (
    <Row>
      {(['networks', 'feed', 'graph'] as const).map((view) => (
        <ButtonLink key={view} href={`/${view}`} kind="secondary">
          {t(`none.${view}`)}
        </ButtonLink>
      ))}
    </Row>
  );
}
