import { useQuery } from 'urql';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { graphql } from '../../api/graphql';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { NotFound } from '../../routes';
import { SignIn, useViewer } from '../../sign-in';
import { useToken } from '../../api/session';
import { Callout, Loaded, Page, Skeleton } from '../../ui';
import { messages } from './messages';
import { SolutionForm } from './solution-form';
import type { CityOfViewer } from './types';
import { useForm } from './use-form';

const CITY_NETWORKS = graphql(`
  query NetworksOfCity($slug: String!) {
    city(slug: $slug) {
      id
      networks(first: 100) {
        nodes {
          id
          name
          contentLocale
        }
      }
    }
  }
`);

const SHARE = graphql(`
  mutation ShareSolution($input: ShareSolutionInput!) {
    shareSolution(input: $input) {
      solution {
        id
        slug
        title
        status
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const BEFORE = graphql(`
  query SolutionToRevise($slug: String!, $locale: Locale) {
    solution(slug: $slug) {
      id
      slug
      title(locale: $locale)
      summary(locale: $locale)
      body(locale: $locale)
      contentLocale(locale: $locale)
      sector
      visibility
      links
      city {
        id
      }
      networks(first: 50) {
        nodes {
          id
          name
          contentLocale
        }
      }
    }
  }
`);

const REVISE = graphql(`
  mutation ReviseSolution($input: ReviseSolutionInput!) {
    reviseSolution(input: $input) {
      solution {
        id
        slug
        title
        summary
        body
        contentLocale
        sector
        visibility
        links
        networks(first: 50) {
          nodes {
            id
            name
            contentLocale
          }
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

/** Writes a solution of one's city or, where the address names one, revises it. */
export default function WriteSolution() {
  const t = useMessages(messages);
  const { slug } = useParams();
  const token = useToken();
  const [{ data, fetching }] = useViewer();
  const city = data?.viewer?.city;
  return (
    <Page title={slug === undefined ? t('write') : t('revise')} eyebrow={city?.name} lead={t('write.lead')}>
      {token === null ? (
        <SignIn />
      ) : !city ? (
        fetching ? (
          <Skeleton />
        ) : (
          <Callout tone="warn" title={t('no-city')} />
        )
      ) : slug === undefined ? (
        <New city={city} />
      ) : (
        <Revise slug={slug} city={city} />
      )}
    </Page>
  );
}

/** Back to one's own, which says that it is saved. */
function useReturn() {
  const [, navigate] = useLocation();
  return (saved: string | undefined) => navigate('/share?tab=solutions', { state: { saved } });
}

function New({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const goBack = useReturn();
  const [state, refetch] = useQuery({ query: CITY_NETWORKS, variables: { slug: city.slug } });
  const form = useForm(SHARE, ({ shareSolution }) => goBack(shareSolution.solution?.slug));
  return (
    <Loaded state={state} refetch={refetch}>
      {(data) => (
        <SolutionForm
          form={form}
          before={{}}
          networks={present(data.city?.networks?.nodes)}
          submit={t('share')}
          canBeDraft
          onSubmit={(written, draft, from) => form.submit({ ...written, draft, cityId: city.id }, from)}
        />
      )}
    </Loaded>
  );
}

function Revise({ slug, city }: { slug: string; city: CityOfViewer }) {
  const t = useMessages(messages);
  const goBack = useReturn();
  const [search, setSearch] = useSearchParams();
  const locale = search.get('locale');
  const [state, refetch] = useQuery({ query: BEFORE, variables: { slug, locale } });
  const [own] = useQuery({ query: CITY_NETWORKS, variables: { slug: city.slug } });
  const form = useForm(REVISE, ({ reviseSolution }) => goBack(reviseSolution.solution?.slug));
  if (own.fetching && !own.data) return <Skeleton />;
  return (
    <Loaded state={state} refetch={refetch}>
      {({ solution }) => {
        if (!solution) return <NotFound />;
        if (solution.city?.id !== city.id) return <Callout tone="warn" title={t('other-city')} />;
        const { id, contentLocale, sector, visibility, links } = solution;
        // In a language that it does not have yet, its texts begin empty.
        const wanted = locale ?? contentLocale;
        const isThere = contentLocale === wanted;
        const shared = present(solution.networks?.nodes);
        const others = present(own.data?.city?.networks?.nodes).filter(
          (each) => !shared.some(({ id }) => id === each.id),
        );
        const texts = isThere ? { title: solution.title, summary: solution.summary, body: solution.body ?? '' } : {};
        return (
          <SolutionForm
            key={`${id} ${wanted} ${isThere}`}
            form={form}
            before={{ ...texts, locale: wanted, sector, visibility, links, networkIds: shared.map(({ id }) => id) }}
            networks={[...shared, ...others]}
            onLocale={(chosen) => setSearch({ locale: chosen }, { replace: true })}
            submit={t('save')}
            onSubmit={(written, _draft, from) => form.submit({ ...written, solutionId: id }, from)}
          />
        );
      }}
    </Loaded>
  );
}
