import { useQuery } from 'urql';
import { Link } from 'wouter';
import { graphql, type ResultOf } from '../../api/graphql';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { useTerms } from '../../terms';
import { Badge, Button, Empty, Failure, Loaded, QueryLink, Section } from '../../ui';
import { messages } from './messages';
import { RecordAdoption } from './record-adoption';
import css from './share.module.css';
import type { CityOfViewer } from './types';
import { useForm } from './use-form';

const ADOPTED = graphql(`
  query AdoptionsOfOwn($city: ID!) {
    solutions(first: 50, filter: { city: { id: { eq: $city } } }) {
      nodes {
        id
        slug
        title
        contentLocale
        adoptions(first: 20) {
          nodes {
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
          }
        }
      }
    }
  }
`);

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

type Solution = NonNullable<NonNullable<NonNullable<ResultOf<typeof ADOPTED>['solutions']>['nodes']>[number]>;
type Adoption = NonNullable<Solution['adoptions']['nodes'][number]>;

/** Who took up what the city shared, to be confirmed; and what the city itself takes up. */
export function Adoptions({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const variables = { city: city.id };
  const [state, refetch] = useQuery({ query: ADOPTED, variables });
  return (
    <div className={css.parts}>
      <Section heading={t('record')}>
        <RecordAdoption city={city} />
      </Section>
      <Section heading={t('adopted')} aside={<QueryLink document={ADOPTED} variables={variables} />}>
        <Loaded state={state} refetch={refetch}>
          {({ solutions }) => {
            const all = present(solutions?.nodes).flatMap((solution) =>
              present(solution.adoptions.nodes).map((adoption) => ({ solution, adoption })),
            );
            if (all.length === 0) return <Empty title={t('adopted.none')} />;
            all.sort((a, b) => Number(a.adoption.confirmed) - Number(b.adoption.confirmed));
            return (
              <ul role="list" className={css.rows}>
                {all.map(({ solution, adoption }) => (
                  <Adopted key={adoption.id} solution={solution} adoption={adoption} />
                ))}
              </ul>
            );
          }}
        </Loaded>
      </Section>
    </div>
  );
}

function Adopted({ solution, adoption }: { solution: Solution; adoption: Adoption }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const form = useForm(CONFIRM, () => undefined);
  const { id, city, kind, status, adoptedOn, datePrecision, confirmed } = adoption;
  const [mistake] = form.others([]);
  return (
    <li className={css.row}>
      <div className={css.what}>
        <span>
          <strong>{city?.name}</strong>:{' '}
          <Link href={`/solution/${solution.slug}`}>
            <Text locale={solution.contentLocale}>{solution.title}</Text>
          </Link>
        </span>
        <span className={css.facts}>
          <span>{say('AdoptionKind', kind)}</span>
          <span>{say('AdoptionStatus', status)}</span>
          {adoptedOn !== null && <span>{date(adoptedOn, datePrecision)}</span>}
        </span>
        {mistake !== undefined && (
          <span role="alert" lang="en">
            {mistake}
          </span>
        )}
        {form.failure && <Failure error={form.failure} />}
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
