import type { ReactNode } from 'react';
import { graphql, type FragmentOf } from '../api/graphql';
import { useMessages } from '../i18n/catalog';
import { useFormat } from '../i18n/format';
import { Text } from '../i18n/text';
import { Card } from '../ui';
import { messages } from './messages';

/** What a CityCard shows. */
export const CityCardFields = graphql(`
  fragment CityCardFields on City {
    id
    slug
    name
    contentLocale
    population
    country {
      id
      name
      contentLocale
    }
    networks(first: 1) {
      totalCount
    }
  }
`);

export interface CityCardProps {
  city: FragmentOf<typeof CityCardFields>;
  /** The level of its heading: one below the heading that it stands under. Default: 3. */
  level?: 2 | 3 | 4;
  /** In place of its name: the same with what was looked for marked. */
  title?: ReactNode;
}

export function CityCard({ city, level, title = city.name }: CityCardProps) {
  const t = useMessages(messages);
  const { compact } = useFormat();
  const { slug, contentLocale, country, population, networks } = city;
  return (
    <Card
      level={level}
      title={<Text locale={contentLocale}>{title}</Text>}
      href={`/city/${slug}`}
      foot={networks && t('networks', { count: networks.totalCount })}
    >
      <p>
        <Text locale={country.contentLocale}>{country.name}</Text>
        {population !== null && ` · ${t('population', { population: compact(population) })}`}
      </p>
    </Card>
  );
}
