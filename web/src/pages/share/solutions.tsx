import { useState } from 'react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { graphql, type ResultOf } from '../../api/graphql';
import { Done, MistakeLine, useForm } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { useTerms } from '../../terms';
import { Badge, Button, ButtonLink, QueryLink, Row, Section, useDialog } from '../../ui';
import { messages } from './messages';
import { Rows } from './rows';
import css from './share.module.css';
import type { CityOfViewer } from './types';
import { Withdraw, type Withdrawn } from './withdraw';

const OWN = graphql(`
  query OwnSolutions($city: String!, $status: SolutionStatus!, $first: Int!, $after: String) {
    city(slug: $city) {
      id
      solutions(first: $first, after: $after, filter: { status: $status }, orderBy: { field: PUBLISHED_AT }) {
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
        pageInfo {
          hasNextPage
          endCursor
        }
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
        city {
          id
        }
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

type City = NonNullable<ResultOf<typeof OWN>['city']>;
type Own = NonNullable<NonNullable<City['solutions']>['nodes'][number]>;

/** The city's own solutions: drafts first, and a way to write one. */
export function Solutions({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const saved = useHistoryState<{ saved?: string } | null>()?.saved;
  const [withdrawn, setWithdrawn] = useState<Withdrawn>();
  const of = (status: 'DRAFT' | 'PUBLISHED') => ({ city: city.slug, status });
  const row = (solution: Own) => <OwnSolution key={solution.id} solution={solution} onWithdrawn={setWithdrawn} />;
  return (
    <Section
      heading={t('solutions.of', { city: city.name })}
      aside={<QueryLink document={OWN} variables={{ ...of('PUBLISHED'), first: 20 }} />}
    >
      {withdrawn ? (
        <Done key={withdrawn.slug} title={t('withdraw.done')}>
          <p>
            <Link href={`/solution/${withdrawn.slug}`}>{withdrawn.title}</Link>
          </p>
        </Done>
      ) : (
        saved !== undefined && (
          <Done title={t('saved')}>
            <p>
              <Link href={`/solution/${saved}`}>{t('saved.look')}</Link>
            </p>
          </Done>
        )
      )}
      <div>
        <ButtonLink href={`/share/solution?city=${city.slug}`}>{t('write')}</ButtonLink>
      </div>
      <Rows query={OWN} variables={of('DRAFT')} listOf={({ city }) => city?.solutions} row={row} />
      <Rows
        query={OWN}
        variables={of('PUBLISHED')}
        listOf={({ city }) => city?.solutions}
        row={row}
        none={t('solutions.none', { city: city.name })}
      />
    </Section>
  );
}

interface OwnSolutionProps {
  solution: Own;
  onWithdrawn: (withdrawn: Withdrawn) => void;
}

function OwnSolution({ solution, onWithdrawn }: OwnSolutionProps) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const { id, slug, title, contentLocale, sector, status, visibility, publishedAt } = solution;
  const form = useForm(PUBLISH, `publish ${slug}`);
  const dialog = useDialog();
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
        <MistakeLine form={form} />
      </div>
      <Row>
        <ButtonLink kind="secondary" small href={`/share/solution/${slug}`} aria-label={t('revise.it', { title })}>
          {t('revise')}
        </ButtonLink>
        {status === 'DRAFT' ? (
          <Button small disabled={form.isSending} onClick={() => form.submit({ solutionId: id })}>
            {t('publish')}
          </Button>
        ) : (
          <Button kind="secondary" small aria-label={t('withdraw.it', { title })} onClick={dialog.open}>
            {t('withdraw')}
          </Button>
        )}
      </Row>
      {dialog.isOpen && (
        <Withdraw
          solution={solution}
          onClose={dialog.close}
          onDone={() => {
            dialog.close();
            onWithdrawn(solution);
          }}
        />
      )}
    </li>
  );
}
