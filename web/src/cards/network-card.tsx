import type { ReactNode } from 'react';
import { graphql, type FragmentOf } from '../api/graphql';
import { useMessages } from '../i18n/catalog';
import { Text } from '../i18n/text';
import { Card } from '../ui';
import { messages } from './messages';

/** What a NetworkCard shows. Summaries have another name here than those of solutions, which are never null, so that both fit into one list. */
export const NetworkCardFields = graphql(`
  fragment NetworkCardFields on Network {
    id
    slug
    name
    about: summary
    contentLocale
    members(first: 1) {
      totalCount
    }
  }
`);

export interface NetworkCardProps {
  network: FragmentOf<typeof NetworkCardFields>;
  /** The level of its heading: one below the heading that it stands under. Default: 3. */
  level?: 2 | 3 | 4;
  /** In place of its name: the same with what was looked for marked. */
  title?: ReactNode;
}

export function NetworkCard({ network, level, title = network.name }: NetworkCardProps) {
  const t = useMessages(messages);
  const { slug, about, contentLocale, members } = network;
  return (
    <Card
      level={level}
      title={<Text locale={contentLocale}>{title}</Text>}
      href={`/network/${slug}`}
      foot={t('members', { count: members.totalCount })}
    >
      <Text as="p" locale={contentLocale}>
        {about}
      </Text>
    </Card>
  );
}
