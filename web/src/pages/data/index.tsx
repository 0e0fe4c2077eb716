import { useMessages } from '../../i18n/catalog';
import { ButtonLink, Card, Grid, Page } from '../../ui';
import { messages } from './messages';

/** Where to ask, and how to be told. */
export default function Data() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Grid>
        <li>
          <Card
            level={2}
            title={t('query')}
            foot={
              <ButtonLink external href="/graphql">
                {t('query.open')}
              </ButtonLink>
            }
          >
            <p>{t('query.text')}</p>
          </Card>
        </li>
        <li>
          <Card
            level={2}
            title={t('atom')}
            foot={
              <ButtonLink external kind="secondary" href="/feeds/solutions.atom">
                {t('atom.open')}
              </ButtonLink>
            }
          >
            <p>{t('atom.text')}</p>
          </Card>
        </li>
      </Grid>
    </Page>
  );
}
