import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { NotFound } from '../../routes';
import { useTerms } from '../../terms';
import { Badge, Loaded, Page, Row, SourceLine, Stat, Stats } from '../../ui';
import { messages } from './messages';
import { Networks } from './networks';
import { Peers } from './peers';
import { CITY, type City } from './queries';
import { Works } from './works';

/** A city: its networks by year, what it shared, what it took up and from whom, its peers, and whom it could learn from. */
export default function CityPage() {
  const { slug = '' } = useParams();
  const [state, refetch] = useQuery({ query: CITY, variables: { slug } });
  return (
    <Loaded state={state} refetch={refetch} isPage>
      {({ city }) => (city ? <View key={city.id} city={city} /> : <NotFound />)}
    </Loaded>
  );
}

function View({ city }: { city: City }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { number } = useFormat();
  const current = city.memberships?.nodes.filter((membership) => membership?.current !== false).length ?? 0;
  return (
    <Page
      title={city.name}
      heading={<Text locale={city.contentLocale}>{city.name}</Text>}
      eyebrow={<Text locale={city.country.contentLocale}>{city.country.name}</Text>}
      lead={city.population === null ? undefined : t('population', { population: number(city.population) })}
    >
      <Row>
        {city.region && <Badge tone="primary">{say('Region', city.region)}</Badge>}
        {city.wikidataId && (
          <a href={`https://www.wikidata.org/wiki/${city.wikidataId}`} rel="noreferrer">
            Wikidata {city.wikidataId}
          </a>
        )}
        <SourceLine source={city.source} />
      </Row>
      <Stats>
        <Stat value={number(current)} label={t('stat.networks')} />
        <Stat value={number(city.solutions?.totalCount ?? 0)} label={t('stat.solutions')} />
        <Stat value={number(city.adoptions?.totalCount ?? 0)} label={t('stat.adoptions')} />
        <Stat value={number(city.actions?.totalCount ?? 0)} label={t('stat.actions')} />
      </Stats>
      <Works city={city} />
      <Networks city={city} />
      <Peers slug={city.slug} />
    </Page>
  );
}
