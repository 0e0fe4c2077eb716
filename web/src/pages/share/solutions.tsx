import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { graphql, type ResultOf } from '../../api/graphql';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { useTerms } from '../../terms';
import { Badge, Button, ButtonLink, Callout, Empty, Failure, Loaded, QueryLink, Section } from '../../ui';
import { messages } from './messages';
import css from './share.module.css';
import { useForm } from './use-form';
import type { CityOfViewer } from './types';

const OWN = graphql(`
  query OwnSolutions($city: ID!) {
    drafts: solutions(first: 50, filter: { status: DRAFT, city: { id: { eq: $city } } }) {
      nodes {
        id
        slug
        title
        contentLocale
        sector
        status
        visibility
        publishedAt
      }
    }
    published: solutions(first: 50, filter: { city: { id: { eq: $city } } }, orderBy: { field: PUBLISHED_AT }) {
      totalCount
      nodes {
        id
        slug
        title
        contentLocale
        sector
        status
        visibility
        publishedAt
      }
    }
  }
`);

const PUBLISH = graphql(`
  mutation PublishSolution($input: PublishSolutionInput!) {
    publishSolution(input: $input) {
      solution {
        id
        status
        publishedAt
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

type Own = NonNullable<NonNullable<NonNullable<ResultOf<typeof OWN>['drafts']>['nodes']>[number]>;

/** The city's own solutions: drafts first, and a way to write one. */
export function Solutions({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const variables = { city: city.id };
  const [state, refetch] = useQuery({ query: OWN, variables });
  const saved = useHistoryState<{ saved?: string } | null>()?.saved;
  return (
    <Section
      heading={t('solutions.of', { city: city.name })}
      aside={<QueryLink document={OWN} variables={variables} />}
    >
      {saved !== undefined && (
        <Callout tone="good" live title={t('saved')}>
          <p>
            <Link href={`/solution/${saved}`}>{t('saved.look')}</Link>
          </p>
        </Callout>
      )}
      <div>
        <ButtonLink href="/share/solution">{t('write')}</ButtonLink>
      </div>
      <Loaded state={state} refetch={refetch}>
        {({ drafts, published }) => {
          const all = [...present(drafts?.nodes), ...present(published?.nodes)];
          if (all.length === 0) return <Empty title={t('solutions.none')} />;
          return (
            <ul role="list" className={css.rows}>
              {all.map((solution) => (
                <OwnSolution key={solution.id} solution={solution} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

function OwnSolution({ solution }: { solution: Own }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const { id, slug, title, contentLocale, sector, status, visibility, publishedAt } = solution;
  const form = useForm(PUBLISH, () => undefined);
  const [mistake] = form.others([]);
  return (
    <li className={css.row}>
      <div className={css.what}>
        <Link href={`/solution/${slug}`}>
          <Text locale={contentLocale}>{title}</Text>
        </Link>
        <span className={css.facts}>
          {status === 'DRAFT' && <Badge tone="warn">{say('SolutionStatus', status)}</Badge>}
          {visibility === 'MEMBERS' && <Badge>{say('Visibility', visibility)}</Badge>}
          <span>{say('Sector', sector)}</span>
          {publishedAt !== null && <time dateTime={publishedAt}>{date(publishedAt.slice(0, 10))}</time>}
        </span>
        {mistake !== undefined && (
          <span role="alert" lang="en">
            {mistake}
          </span>
        )}
        {form.failure && <Failure error={form.failure} />}
      </div>
      <div className={css.buttons}>
        <ButtonLink kind="secondary" small href={`/share/solution/${slug}`} aria-label={t('revise.it', { title })}>
          {t('revise')}
        </ButtonLink>
        {status === 'DRAFT' && (
          <Button small disabled={form.isSending} onClick={() => form.submit({ solutionId: id })}>
            {t('publish')}
          </Button>
        )}
      </div>
    </li>
  );
}
