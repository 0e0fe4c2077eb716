import { Link } from 'wouter';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { useTerms } from '../../terms';
import { Timeline } from '../../timeline';
import { Empty, Figure, QueryLink, Section, Table } from '../../ui';
import { messages } from './messages';
import { CITY, type City } from './queries';

/** The city's networks by year: those that it has left, too. */
export function Networks({ city }: { city: City }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const memberships = present(city.memberships?.nodes);
  const dated = memberships.filter(({ startedOn, endedOn }) => startedOn !== null || endedOn !== null);
  if (memberships.length === 0)
    return (
      <Section heading={t('networks')}>
        <Empty title={t('networks.none')} />
      </Section>
    );
  const lead = (role: string) => role === 'LEAD' || role === 'CO_LEAD';
  return (
    <Section
      heading={t('networks')}
      aside={dated.length === 0 && <QueryLink document={CITY} variables={{ slug: city.slug }} />}
    >
      {dated.length > 0 ? (
        <Figure
          title={t('networks.title')}
          text={t('networks.text', {
            count: memberships.length,
            dated: dated.length,
            led: memberships.filter(({ role }) => lead(role)).length,
          })}
          query={{ document: CITY, variables: { slug: city.slug } }}
        >
          <Timeline
            rows={dated.map(({ id, network, role, startedOn, endedOn }) => ({
              ...{ id, label: network.name, start: startedOn, end: endedOn, strong: lead(role) },
            }))}
          />
        </Figure>
      ) : (
        <p>{t('networks.undated')}</p>
      )}
      <Table
        caption={t('networks')}
        captionHidden
        rows={memberships}
        keyOf={({ id }) => id}
        columns={[
          {
            name: t('network'),
            cell: ({ network }) => (
              <Link href={`/network/${network.slug}`}>
                <Text locale={network.contentLocale}>{network.name}</Text>
              </Link>
            ),
          },
          { name: t('role'), cell: ({ role }) => say('MembershipRole', role) },
          {
            name: t('from'),
            cell: ({ startedOn, datePrecision }) => (startedOn ? date(startedOn, datePrecision) : t('unknown')),
          },
          {
            name: t('to'),
            cell: ({ endedOn, datePrecision, current }) =>
              endedOn ? date(endedOn, datePrecision) : current ? t('today') : t('unknown'),
          },
        ]}
      />
    </Section>
  );
}
