import { useSearchParams } from 'wouter';
import { useMessages } from '../../i18n/catalog';
import { useLocale } from '../../i18n/locale';
import { ButtonLink, CodeBlock, Page, Row, Section, Stack, Tabs } from '../../ui';
import { Downloads } from './downloads';
import { Example } from './example';
import { EXAMPLE_NAMES, type ExampleName } from './examples';
import { messages } from './messages';
import { atomLink, citation, curlStream, eventSource, extendCity, webhook } from './recipes';

/** How to ask, take, follow, extend and cite: for those who go on from these pages. */
export default function Data() {
  const t = useMessages(messages);
  const [parameters, setParameters] = useSearchParams();
  const select = (name: string) => (value: string) =>
    setParameters((before) => new URLSearchParams({ ...Object.fromEntries(before), [name]: value }));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section
        heading={t('query')}
        aside={
          <ButtonLink external href="/graphql">
            {t('query.open')}
          </ButtonLink>
        }
      >
        <p>{t('query.text')}</p>
        <Tabs
          label={t('examples')}
          selected={parameters.get('example') ?? ''}
          onSelect={select('example')}
          tabs={EXAMPLE_NAMES.map((name: ExampleName) => ({
            id: name,
            label: t(`example.${name}`),
            panel: () => <Example key={name} name={name} />,
          }))}
        />
      </Section>
      <Section heading={t('download')}>
        <Downloads />
      </Section>
      <Subscribe selected={parameters.get('how') ?? ''} onSelect={select('how')} />
      <Section heading={t('federate')}>
        <p>{t('federate.text')}</p>
        <CodeBlock title="noise/schema.graphql" text={extendCity()} />
      </Section>
      <Section heading={t('cite')}>
        <p>{t('cite.text')}</p>
        <CodeBlock title={t('cite.example')} text={citation(location.origin)} wraps />
      </Section>
      <Section heading={t('licence')}>
        <p>{t('licence.text')}</p>
        <p>{t('licence.sources')}</p>
      </Section>
    </Page>
  );
}

/** Each way to hear of new solutions, with what to type. */
function Subscribe({ selected, onSelect }: { selected: string; onSelect: (id: string) => void }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { origin } = location;
  const ways = [
    { id: 'curl', label: 'curl', title: t('subscribe.curl.title'), text: curlStream(origin, locale) },
    { id: 'typescript', label: 'TypeScript', title: t('subscribe.typescript.title'), text: eventSource(origin) },
    { id: 'atom', label: 'Atom', title: t('subscribe.atom.title'), text: atomLink(origin) },
    { id: 'webhooks', label: 'Webhooks', title: t('subscribe.webhooks.title'), text: webhook() },
  ] as const;
  return (
    <Section
      heading={t('subscribe')}
      aside={
        <ButtonLink kind="secondary" href="/feed">
          {t('subscribe.feed')}
        </ButtonLink>
      }
    >
      <p>{t('subscribe.text')}</p>
      <Tabs
        label={t('subscribe')}
        selected={selected}
        onSelect={onSelect}
        tabs={ways.map(({ id, label, title, text }) => ({
          id,
          label,
          panel: () => (
            <Stack>
              <p>{t(`subscribe.${id}`)}</p>
              <CodeBlock title={title} text={text} />
              {id === 'atom' && (
                <Row>
                  <ButtonLink external kind="secondary" href="/feeds/solutions.atom">
                    {t('subscribe.atom.open')}
                  </ButtonLink>
                </Row>
              )}
            </Stack>
          ),
        }))}
      />
    </Section>
  );
}
