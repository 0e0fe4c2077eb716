import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { graphql, type FragmentOf } from '../../api/graphql';
import { present } from '../../api/present';
import { MistakeLine, useForm } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { Text } from '../../i18n/text';
import { Badge, Button, LoadMore, QueryLink, Section } from '../../ui';
import { AdoptionFacts } from './adoption-facts';
import { messages } from './messages';
import { PAGE, Rows } from './rows';
import css from './share.module.css';
import type { CityOfViewer } from './types';

const AdoptedFields = graphql(`
  fragment AdoptedFields on Adoption {
    id
    kind
    status
    adoptedOn
    datePrecision
    confirmed
    city {
      id
      slug
      name
    }
    solution {
      id
      slug
      title
      contentLocale
    }
  }
`);

const ADOPTED = graphql(
  `
    query AdoptionsOfOwn($city: String!, $first: Int!, $after: String) {
      city(slug: $city) {
        id
        solutions(first: $first, after: $after, orderBy: { field: ADOPTION_COUNT }) {
          nodes {
            id
            slug
            adoptions(first: 20) {
              nodes {
                ...AdoptedFields
              }
              pageInfo {
                hasNextPage
                endCursor
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [AdoptedFields],
);

const MORE = graphql(
  `
    query MoreAdoptionsOfOwn($slug: String!, $first: Int!, $after: String) {
      solution(slug: $slug) {
        id
        adoptions(first: $first, after: $after) {
          nodes {
            ...AdoptedFields
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [AdoptedFields],
);

const CONFIRM = graphql(`
  mutation ConfirmAdoption($input: ConfirmAdoptionInput!) {
    confirmAdoption(input: $input) {
      adoption {
        id
        confirmed
        confirmedAt
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

type Adoption = FragmentOf<typeof AdoptedFields>;

/** Who took up what the city shared, to be confirmed; what was taken up most comes first. */
export function Adopted({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const variables = { city: city.slug };
  return (
    <Section
      heading={t('adopted', { city: city.name })}
      aside={<QueryLink document={ADOPTED} variables={{ ...variables, first: PAGE }} />}
    >
      <Rows
        query={ADOPTED}
        variables={variables}
        listOf={({ city }) => {
          const { nodes, pageInfo } = city?.solutions ?? {};
          return pageInfo && { pageInfo, nodes: present(nodes).filter(({ adoptions }) => adoptions.nodes.length > 0) };
        }}
        none={t('adopted.none', { city: city.name })}
        row={({ id, slug, adoptions: { nodes, pageInfo } }) => (
          <Fragment key={id}>
            {present(nodes).map((adoption) => (
              <AdoptedRow key={adoption.id} adoption={adoption} />
            ))}
            {pageInfo.hasNextPage && <More slug={slug} pageInfo={pageInfo} />}
          </Fragment>
        )}
      />
    </Section>
  );
}

/** Of a solution that more have taken up than are shown at first. */
function More({ slug, pageInfo }: { slug: string; pageInfo: { hasNextPage: boolean; endCursor: string | null } }) {
  const [start, setStart] = useState<string>();
  return (
    <li>
      {start === undefined ? (
        <div className={css.row}>
          <LoadMore pageInfo={pageInfo} onMore={setStart} shown={PAGE} />
        </div>
      ) : (
        <Rows
          query={MORE}
          variables={{ slug }}
          start={start}
          listOf={({ solution }) => solution?.adoptions}
          row={(adoption) => <AdoptedRow key={adoption.id} adoption={adoption} />}
        />
      )}
    </li>
  );
}

function AdoptedRow({ adoption }: { adoption: Adoption }) {
  const t = useMessages(messages);
  const { id, city, solution, confirmed } = adoption;
  const form = useForm(CONFIRM, `confirm ${id}`);
  return (
    <li className={css.row}>
      <div className={css.what}>
        <span>
          <strong>{city?.name}</strong>:{' '}
          <Link href={`/solution/${solution.slug}`}>
            <Text locale={solution.contentLocale}>{solution.title}</Text>
          </Link>
        </span>
        <AdoptionFacts adoption={adoption} />
        <MistakeLine form={form} />
      </div>
      {confirmed ? (
        <span role="status">
          <Badge tone="good">{t('confirmed')}</Badge>
        </span>
      ) : (
        <Button
          small
          disabled={form.isSending}
          aria-label={t('confirm.it', { city: city?.name ?? '', title: solution.title })}
          onClick={() => form.submit({ adoptionId: id })}
        >
          {t('confirm')}
        </Button>
      )}
    </li>
  );
}
