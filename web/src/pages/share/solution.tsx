import { useParams } from 'wouter';
import { useToken } from '../../api/session';
import { useMessages } from '../../i18n/catalog';
import { SignIn, useViewer } from '../../sign-in';
import { Callout, Page, Skeleton } from '../../ui';
import { messages } from './messages';
import { NewSolution } from './new-solution';
import { ReviseSolution } from './revise-solution';

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
        <NewSolution city={city} />
      ) : (
        <ReviseSolution slug={slug} city={city} />
      )}
    </Page>
  );
}
