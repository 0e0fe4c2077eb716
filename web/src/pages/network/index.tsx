import { useQuery } from 'urql';
import { Link, useParams } from 'wouter';
import { present } from '../../api/present';
import { SolutionCard } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { useLocale } from '../../i18n/locale';
import { Text } from '../../i18n/text';
import { NotFound } from '../../routes';
import {
  ButtonLink,
  Empty,
  Grid,
  Loaded,
  Page,
  QueryLink,
  Row,
  Section,
  SourceLine,
  Stat,
  Stats,
  Table,
} from '../../ui';
import { Members } from './members';
import { messages } from './messages';
import { NETWORK, type Data, type Network } from './queries';

/** A network: what it is, who leads it, its members, what they share, and which networks have the same members. */
export default function NetworkPage() {
  const { slug = '' } = useParams();
  const [state, refetch] = useQuery({ query: NETWORK, variables: { slug } });
  return (
    <Loaded state={state} refetch={refetch} isPage>
      {(data) => (data.network ? <View key={data.network.id} network={data.network} data={data} /> : <NotFound />)}
    </Loaded>
  );
}

function View({ network, data: { ofMembers } }: { network: Network; data: Data }) {
  const t = useMessages(messages);
  const { number } = useFormat();
  const locale = useLocale();
  const { name, slug, contentLocale, initiative, summary, members, leadCities } = network;
  const sheet = `/fact-sheets/${slug}.${locale}`;
  return (
    <Page
      title={name}
      heading={<Text locale={contentLocale}>{name}</Text>}
      eyebrow={initiative?.name ?? t('network')}
      lead={<Text locale={contentLocale}>{summary}</Text>}
    >
      <Row>
        <ButtonLink external href={`${sheet}.pdf`} kind="secondary">
          {t('sheet.pdf')}
        </ButtonLink>
        <ButtonLink external href={`${sheet}.html`} kind="quiet">
          {t('sheet.html')}
        </ButtonLink>
      </Row>
      <Lineage network={network} />
      <Stats>
        <Stat value={number(members.totalCount)} label={t('stat.members')} />
        <Stat value={number(leadCities.length)} label={t('stat.leads')} />
        <Stat value={number(ofMembers?.totalCount ?? 0)} label={t('stat.solutions')} />
      </Stats>
      <Members network={network} />
      <Solutions network={network} ofMembers={ofMembers} />
      <Overlaps network={network} />
    </Page>
  );
}

/** When it was, and which names it had before and has now. */
function Lineage({ network }: { network: Network }) {
  const t = useMessages(messages);
  const { date, list } = useFormat();
  const { startedOn, endedOn, datePrecision, formerNames, successor, source } = network;
  return (
    <Row>
      {startedOn && <span>{t('started', { date: date(startedOn, datePrecision) })}</span>}
      {endedOn && <span>{t('ended', { date: date(endedOn, datePrecision) })}</span>}
      {formerNames.length > 0 && <span>{t('formerly', { names: list(formerNames.map(({ name }) => name)) })}</span>}
      {successor && (
        <span>
          {t('successor')} <Link href={`/network/${successor.slug}`}>{successor.name}</Link>
        </span>
      )}
      <SourceLine source={source} />
    </Row>
  );
}

/** What was shared in the network; where the sources do not say that of any, what its members have shared. */
function Solutions({ network, ofMembers }: { network: Network; ofMembers: Data['ofMembers'] }) {
  const t = useMessages(messages);
  const shared = present(network.shared?.nodes);
  const shown = shared.length > 0 ? shared : present(ofMembers?.nodes);
  return (
    <Section
      heading={shared.length > 0 ? t('solutions.shared') : t('solutions.members')}
      aside={<QueryLink document={NETWORK} variables={{ slug: network.slug }} />}
    >
      {shown.length === 0 && <Empty title={t('solutions.none')} />}
      <Grid>
        {shown.map((solution) => (
          <li key={solution.id}>
            <SolutionCard solution={solution} />
          </li>
        ))}
      </Grid>
    </Section>
  );
}

function Overlaps({ network: { overlaps, slug } }: { network: Network }) {
  const t = useMessages(messages);
  const { percent } = useFormat();
  if (overlaps.length === 0) return null;
  return (
    <Section heading={t('overlaps')} aside={<QueryLink document={NETWORK} variables={{ slug }} />}>
      <Table
        caption={t('overlaps')}
        captionHidden
        rows={overlaps}
        keyOf={({ network }) => network.id}
        columns={[
          { name: t('network'), cell: ({ network }) => <Link href={`/network/${network.slug}`}>{network.name}</Link> },
          { name: t('overlaps.cities'), cell: ({ sharedCityCount }) => sharedCityCount, numeric: true },
          { name: t('overlaps.share'), cell: ({ jaccard }) => percent(jaccard), numeric: true },
        ]}
      />
    </Section>
  );
}
