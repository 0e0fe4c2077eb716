import { useParams } from 'wouter';
import { useToken } from '../../api/session';
import { useMessages } from '../../i18n/catalog';
import { SignIn, useViewer } from '../../sign-in';
import { ButtonLink, Callout, Page, Skeleton } from '../../ui';
import { messages } from './messages';
import { NewSolution } from './new-solution';
import { ReviseSolution } from './revise-solution';
import { isAdmin, useWritingCity } from './rights';

/** Writes a solution of one's city or, where the address names one, revises it. */
export default function WriteSolution() {
  const t = useMessages(messages);
  const { slug } = useParams();
  const token = useToken();
  const [{ data, fetching }] = useViewer();
  const viewer = data?.viewer;
  const city = useWritingCity(viewer);
  const body = () => {
    if (token === null) return <SignIn />;
    if (!viewer) return fetching ? <Skeleton /> : <Callout tone="warn" title={t('no-city')} />;
    if (slug !== undefined && (city || isAdmin(viewer))) return <ReviseSolution slug={slug} viewer={viewer} />;
    if (city === undefined) return <Skeleton />;
    if (city) return <NewSolution city={city} />;
    return isAdmin(viewer) ? <ChooseCity /> : <Callout tone="warn" title={t('no-city')} />;
  };
  return (
    <Page title={slug === undefined ? t('write') : t('revise')} eyebrow={city?.name} lead={t('write.lead')}>
      {body()}
    </Page>
  );
}

/** Where the address does not say for which city an admin writes. */
function ChooseCity() {
  const t = useMessages(messages);
  return (
    <Callout title={t('admin.choose')}>
      <ButtonLink href="/share">{t('title')}</ButtonLink>
    </Callout>
  );
}
