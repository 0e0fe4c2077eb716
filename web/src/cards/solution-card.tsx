import type { ReactNode } from 'react';
import { graphql, type FragmentOf } from '../api/graphql';
import { useMessages } from '../i18n/catalog';
import { Text } from '../i18n/text';
import { useTerms } from '../terms';
import { Badge, Card } from '../ui';
import { messages } from './messages';

/** What a SolutionCard shows. */
export const SolutionCardFields = graphql(`
  fragment SolutionCardFields on Solution {
    id
    slug
    title
    summary
    contentLocale
    sector
    city {
      id
      slug
      name
    }
    adoptions(first: 1) {
      totalCount
    }
  }
`);

export interface SolutionCardProps {
  solution: FragmentOf<typeof SolutionCardFields>;
  /** The level of its heading: one below the heading that it stands under. Default: 3. */
  level?: 2 | 3 | 4;
  /** In place of its title: the same with what was looked for marked. */
  title?: ReactNode;
}

export function SolutionCard({ solution, level, title = solution.title }: SolutionCardProps) {
  const t = useMessages(messages);
  const say = useTerms();
  const { slug, summary, contentLocale, sector, city, adoptions } = solution;
  return (
    <Card
      level={level}
      title={<Text locale={contentLocale}>{title}</Text>}
      href={`/solution/${slug}`}
      foot={
        <>
          <Badge tone="primary">{say('Sector', sector)}</Badge>
          {city && <span>{city.name}</span>}
          <span>{t('adoptions', { count: adoptions.totalCount })}</span>
        </>
      }
    >
      <Text as="p" locale={contentLocale}>
        {summary}
      </Text>
    </Card>
  );
}
