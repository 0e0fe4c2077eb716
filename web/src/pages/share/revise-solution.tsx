import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import { present } from '../../api/present';
import { fieldOf, readForm, useForm } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { NotFound } from '../../routes';
import type { Viewer } from '../../sign-in';
import { Callout, Loaded, Skeleton } from '../../ui';
import { Conflict } from './conflict';
import { messages } from './messages';
import { NETWORKS_OF_CITY } from './networks-of-city';
import { BEFORE, REVISE, type Revised } from './revision-documents';
import { mayWriteFor } from './rights';
import { SolutionForm, type Written } from './solution-form';
import { useReturn } from './use-return';

/** Revises a solution of one's city, or translates it: the address says into which language. */
export function ReviseSolution({ slug, viewer }: { slug: string; viewer: Viewer }) {
  const t = useMessages(messages);
  const [search] = useSearchParams();
  const locale = search.get('locale');
  // Never from the cache: what one begins with is to be the latest.
  const [state, refetch] = useQuery({ query: BEFORE, variables: { slug, locale }, requestPolicy: 'network-only' });
  const readAgain = useCallback(() => refetch({ requestPolicy: 'network-only' }), [refetch]);
  return (
    <Loaded state={state} refetch={refetch}>
      {({ solution }) => {
        if (!solution) return <NotFound />;
        const { city } = solution;
        if (!city || !mayWriteFor(viewer, city.id)) return <Callout tone="warn" title={t('other-city')} />;
        const wanted = locale ?? solution.contentLocale;
        return <Revise key={`${solution.id} ${wanted}`} {...{ solution, city, locale: wanted, readAgain }} />;
      }}
    </Loaded>
  );
}

interface ReviseProps {
  solution: Revised;
  city: NonNullable<Revised['city']>;
  /** The language that is written in. */
  locale: string;
  readAgain: () => void;
}

function Revise({ solution, city, locale, readAgain }: ReviseProps) {
  const t = useMessages(messages);
  const goBack = useReturn('solutions', city.slug);
  const [, setSearch] = useSearchParams();
  const [own] = useQuery({ query: NETWORKS_OF_CITY, variables: { slug: city.slug } });
  const { id, slug, revisions } = solution;
  const form = useForm(REVISE, `solution ${slug} ${locale}`, ({ reviseSolution }) =>
    goBack(reviseSolution.solution?.slug),
  );
  const { mistakes } = form;
  useEffect(() => {
    if (mistakes.some((mistake) => fieldOf(mistake) === 'ifRevision')) readAgain();
  }, [mistakes, readAgain]);
  const before = writtenBefore(solution, locale);
  const shared = present(solution.networks?.nodes);
  const others = present(own.data?.city?.networks?.nodes).filter((each) => !shared.some(({ id }) => id === each.id));
  if (own.fetching && !own.data) return <Skeleton />;
  return (
    <SolutionForm
      form={form}
      before={before}
      networks={[...shared, ...others]}
      onLocale={(chosen) => setSearch({ locale: chosen }, { replace: true })}
      submit={t('save')}
      onSubmit={(written, _draft, from) => {
        const ifRevision = Number(readForm(from)['ifRevision']);
        form.submit({ ...changedOf(written, before), locale, solutionId: id, ifRevision });
      }}
    >
      <Conflict form={form} slug={slug} revisions={revisions} />
    </SolutionForm>
  );
}

/** What it says so far. In a language that it does not have yet, its texts begin empty. */
function writtenBefore(solution: Revised, locale: string): Partial<Written> {
  const { title, summary, body, contentLocale, sector, visibility, links } = solution;
  const texts = contentLocale === locale ? { title, summary, body: body ?? '' } : {};
  return { ...texts, locale, sector, visibility, links, networkIds: present(solution.networks?.nodes).map(idOf) };
}

const idOf = ({ id }: { id: string }): string => id;

/** What was changed, alone: what another one changes meanwhile stays. */
function changedOf(written: Written, before: Partial<Written>): Partial<Written> {
  const entries = Object.entries(written) as [keyof Written, string | string[]][];
  const said = (value: string | readonly string[] | undefined) => JSON.stringify([value ?? ''].flat().sort());
  return Object.fromEntries(entries.filter(([field, value]) => said(value) !== said(before[field])));
}
