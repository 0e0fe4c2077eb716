import { useQuery } from 'urql';
import { Link } from 'wouter';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { WorldMap } from '../../map';
import { ButtonLink, Card, Empty, Figure, Grid, Loaded, QueryLink, Section, Table } from '../../ui';
import { messages } from './messages';
import { PEERS, type CityWithPeers } from './queries';

/** Whom the city works with, on a map, and whom it could learn from. */
export function Peers({ slug }: { slug: string }) {
  const [state, refetch] = useQuery({ query: PEERS, variables: { slug } });
  return (
    <Loaded state={state} refetch={refetch}>
      {({ city }) =>
        city && (
          <>
            <Neighbourhood city={city} />
            <Suggestions city={city} />
          </>
        )
      }
    </Loaded>
  );
}

function Neighbourhood({ city }: { city: CityWithPeers }) {
  const t = useMessages(messages);
  const { date, list, number } = useFormat();
  const edges = (city.peers?.edges ?? []).flatMap(({ node, ...edge }) => (node ? [{ ...edge, node }] : []));
  const count = city.peers?.totalCount ?? 0;
  if (edges.length === 0)
    return (
      <Section heading={t('peers')}>
        <Empty title={t('peers.none')} />
      </Section>
    );
  const origin = city.location;
  const on = edges.flatMap(({ node }) => (node.location ? [{ ...node, place: node.location }] : []));
  return (
    <Section
      heading={t('peers')}
      aside={
        <ButtonLink kind="quiet" small href={`/graph?city=${city.slug}`}>
          {t('graph.open')}
        </ButtonLink>
      }
    >
      <Figure
        title={t('peers.title')}
        text={t('peers.text', { count, some: list(edges.slice(0, 3).map(({ node }) => node.name)) })}
        query={{ document: PEERS, variables: { slug: city.slug } }}
        note={t('peers.note')}
        table={
          <Table
            caption={t('peers')}
            rows={edges}
            keyOf={({ node }) => node.id}
            columns={[
              { name: t('city'), cell: ({ node }) => <Link href={`/city/${node.slug}`}>{node.name}</Link> },
              { name: t('country'), cell: ({ node }) => node.country.name },
              { name: t('together'), cell: ({ collaborationCount }) => collaborationCount, numeric: true },
              {
                name: t('strength'),
                cell: ({ strength }) => number(strength, { maximumFractionDigits: 2 }),
                numeric: true,
              },
              { name: t('shared'), cell: ({ sharedNetworkCount }) => sharedNetworkCount, numeric: true },
              { name: t('last'), cell: ({ lastOn }) => (lastOn ? date(lastOn, 'YEAR') : t('unknown')) },
            ]}
          />
        }
      >
        <WorldMap
          points={[
            ...on.map(({ slug, name, place }) => ({
              ...{ id: slug, name, href: `/city/${slug}`, labelled: on.length <= 12, ...place },
            })),
            ...(origin
              ? [{ id: city.slug, name: city.name, labelled: true, weight: 3, series: 2 as const, ...origin }]
              : []),
          ]}
          lines={origin ? on.map(({ slug, place }) => ({ id: slug, from: origin, to: place })) : []}
        />
      </Figure>
    </Section>
  );
}

function Suggestions({ city }: { city: CityWithPeers }) {
  const t = useMessages(messages);
  const suggestions = (city.suggestedPeers ?? []).flatMap(({ city: other, reasons }) =>
    other ? [{ other, reasons }] : [],
  );
  if (suggestions.length === 0) return null;
  return (
    <Section heading={t('suggested')} aside={<QueryLink document={PEERS} variables={{ slug: city.slug }} />}>
      <Grid>
        {suggestions.map(({ other, reasons }) => (
          <li key={other.id}>
            <Card
              title={<Text locale={other.contentLocale}>{other.name}</Text>}
              href={`/city/${other.slug}`}
              foot={<Text locale={other.country.contentLocale}>{other.country.name}</Text>}
            >
              {present(reasons).map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </Card>
          </li>
        ))}
      </Grid>
    </Section>
  );
}
