import { useMessages } from '../../i18n/catalog';
import { ButtonLink, Page, Row } from '../../ui';
import { messages } from './messages';

/** For an address of nothing: of no view, or of a record that there is not. */
export default function NotFound() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} eyebrow="404" lead={t('lead')}>
      <Row>
        <ButtonLink href="/">{t('home')}</ButtonLink>
        <ButtonLink href="/networks" kind="secondary">
          {t('networks')}
        </ButtonLink>
      </Row>
    </Page>
  );
}
