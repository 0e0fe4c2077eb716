import { Link } from 'wouter';
import { CityCard } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { WorldMap } from '../../map';
import { useTerms } from '../../terms';
import { Timeline } from '../../timeline';
import { Empty, Figure, Grid, Section, Table } from '../../ui';
import { messages } from './messages';
import { NETWORK, type Network } from './queries';

/** Who leads the network, where its members are, and since when. */
export function Members({ network }: { network: Network }) {
  const t = useMessages(messages);
  const { list } = useFormat();
  const members = membersOf(network);
  const leads = network.leadCities.filter((city) => city !== null);
  const led = new Set(leads.map(({ id }) => id));
  if (members.length === 0)
    return (
      <Section heading={t('members')}>
        <Empty title={t('members.none')} />
      </Section>
    );
  return (
    <>
      {leads.length > 0 && (
        <Section heading={t('leads', { count: leads.length })}>
          <Grid column="16rem">
            {leads.map((city) => (
              <li key={city.id}>
                <CityCard city={city} />
              </li>
            ))}
          </Grid>
        </Section>
      )}
      <Section heading={t('members')}>
        <Figure
          title={t('map')}
          text={t('map.text', {
            count: network.members.totalCount,
            some: list(members.slice(0, 5).map(({ city }) => city.name)),
          })}
          query={{ document: NETWORK, variables: { slug: network.slug } }}
          table={<MemberTable network={network} />}
        >
          <WorldMap
            points={members.flatMap(({ city: { id, slug, name, location } }) =>
              location
                ? [
                    {
                      id,
                      name,
                      href: `/city/${slug}`,
                      series: led.has(id) ? 2 : 1,
                      weight: led.has(id) ? 2 : 1,
                      ...location,
                    },
                  ]
                : [],
            )}
          />
        </Figure>
        <Since network={network} />
      </Section>
    </>
  );
}

type Member = ReturnType<typeof membersOf>[number];

const membersOf = ({ members }: Network) =>
  members.edges.flatMap(({ node, role, since }) => (node ? [{ city: node, role, since }] : []));

const leads = ({ role }: Member): boolean => role === 'LEAD' || role === 'CO_LEAD';

function MemberTable({ network }: { network: Network }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  return (
    <Table
      caption={t('members')}
      rows={membersOf(network)}
      keyOf={({ city }) => city.id}
      columns={[
        { name: t('city'), cell: ({ city }) => <Link href={`/city/${city.slug}`}>{city.name}</Link> },
        { name: t('country'), cell: ({ city }) => city.country.name },
        { name: t('role'), cell: ({ role }) => say('MembershipRole', role) },
        { name: t('since'), cell: ({ since }) => (since ? date(since, 'YEAR') : t('unknown')) },
      ]}
    />
  );
}

/** Since when members have been there, as far as it is known. */
function Since({ network }: { network: Network }) {
  const t = useMessages(messages);
  const members = membersOf(network);
  const dated = members.filter(({ since }) => since !== null);
  if (dated.length === 0) return <p>{t('since.none')}</p>;
  return (
    <Figure
      title={t('since.title')}
      text={t('since.text', { dated: dated.length, count: network.members.totalCount })}
      query={{ document: NETWORK, variables: { slug: network.slug } }}
    >
      <Timeline
        rows={[...dated]
          .sort((a, b) => a.since!.localeCompare(b.since!))
          .map((member) => ({
            ...{ id: member.city.id, label: member.city.name, start: member.since, end: null, strong: leads(member) },
          }))}
      />
    </Figure>
  );
}
