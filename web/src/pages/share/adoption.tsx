import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { graphql, type ResultOf } from '../../api/graphql';
import { useToken } from '../../api/session';
import { FormFrame, readAll, readForm, useForm } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { Text } from '../../i18n/text';
import { NotFound } from '../../routes';
import { SignIn, useViewer } from '../../sign-in';
import { Callout, Loaded, Page } from '../../ui';
import { AdoptionFields, type AdoptionBefore } from './adoption-fields';
import { adoptedOnOf } from './adopted-on';
import { messages } from './messages';
import { mayWriteFor } from './rights';
import { useReturn } from './use-return';

const BEFORE = graphql(`
  query AdoptionToRevise($id: ID!) {
    node(id: $id) {
      id
      ... on Adoption {
        kind
        status
        adoptedOn
        datePrecision
        note
        confirmed
        city {
          id
          slug
          name
        }
        learnedFrom {
          id
        }
        via {
          id
        }
        solution {
          id
          slug
          title
          contentLocale
        }
      }
    }
  }
`);

const REVISE = graphql(`
  mutation ReviseAdoption($input: ReviseAdoptionInput!) {
    reviseAdoption(input: $input) {
      adoption {
        id
        kind
        status
        adoptedOn
        datePrecision
        note
        confirmed
        confirmedAt
        learnedFrom {
          id
        }
        via {
          id
        }
        solution {
          id
          title
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

type Adoption = Extract<NonNullable<ResultOf<typeof BEFORE>['node']>, { kind: unknown }>;

/** Revises an adoption of one's city, which the address names. */
export default function ReviseAdoption() {
  const t = useMessages(messages);
  const { id = '' } = useParams();
  const token = useToken();
  const [{ data }] = useViewer();
  const viewer = data?.viewer;
  const [state, refetch] = useQuery({ query: BEFORE, variables: { id }, requestPolicy: 'cache-and-network' });
  if (token === null)
    return (
      <Page title={t('adoption.revise')}>
        <SignIn />
      </Page>
    );
  return (
    <Loaded state={state} refetch={refetch}>
      {({ node }) => {
        if (!node || !('kind' in node)) return <NotFound />;
        return (
          <Page
            title={t('adoption.revise')}
            eyebrow={node.city?.name}
            lead={<Text locale={node.solution.contentLocale}>{node.solution.title}</Text>}
          >
            {viewer && node.city && mayWriteFor(viewer, node.city.id) ? (
              <Revise adoption={node} city={node.city} />
            ) : (
              data && <Callout tone="warn" title={t('other-city.adoption')} />
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}

function Revise({ adoption, city }: { adoption: Adoption; city: NonNullable<Adoption['city']> }) {
  const t = useMessages(messages);
  const goBack = useReturn('adoptions', city.slug);
  const { id, kind, status, adoptedOn, datePrecision, note, confirmed, learnedFrom, via } = adoption;
  const form = useForm(REVISE, `adoption ${id}`, ({ reviseAdoption }) =>
    goBack(reviseAdoption.adoption?.solution.title),
  );
  const before = {
    ...{ kind, status, adoptedOn, note, datePrecision: datePrecision ?? ('DAY' as const) },
    ...{ learnedFromCityId: learnedFrom?.id, viaNetworkId: via?.id },
  };
  const send = (element: HTMLFormElement) => {
    const { adoptedOn, datePrecision, ...given } = readForm(element);
    const written = { ...given, ...adoptedOnOf({ adoptedOn, datePrecision }), note: readAll(element, 'note')[0] ?? '' };
    form.submit({ ...changedOf(written, before), adoptionId: id });
  };
  return (
    <>
      {confirmed && <Callout title={t('adoption.confirmed')} />}
      <FormFrame form={form} label={t('adoption.revise')} submit={t('save')} onSubmit={send}>
        <AdoptionFields before={before} cityId={city.id} />
      </FormFrame>
    </>
  );
}

/** What was changed, alone: what a colleague changes meanwhile stays. A day goes with how exactly it is known. */
function changedOf(written: Record<string, string | undefined>, before: AdoptionBefore): Record<string, unknown> {
  const was: Record<string, string | null | undefined> = { ...before };
  const changed = Object.entries(written).filter(([field, value]) => (value ?? '') !== (was[field] ?? ''));
  const { adoptedOn, datePrecision } = written;
  const isDated = changed.some(([field]) => field === 'adoptedOn' || field === 'datePrecision');
  return { ...Object.fromEntries(changed), ...(isDated ? { adoptedOn, datePrecision } : {}) };
}
