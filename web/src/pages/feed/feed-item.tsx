import { useState } from 'react';
import { Link } from 'wouter';
import type { FragmentOf } from '../../api/graphql';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { useTerms } from '../../terms';
import { Badge, Card } from '../../ui';
import type { FeedItemFields } from './documents';
import css from './feed.module.css';
import { messages } from './messages';

/** In milliseconds: what is older is told by its date. */
const RECENT = 7 * 86_400_000;

export interface FeedItemProps {
  solution: FragmentOf<typeof FeedItemFields>;
  /** How it came: in the list, while one watched, or while one was away. */
  came?: 'now' | 'away';
}

/** A solution in the feed: who shared it, when, where. */
export function FeedItem({ solution, came }: FeedItemProps) {
  const t = useMessages(messages);
  const say = useTerms();
  const { ago, date } = useFormat();
  const [openedAt] = useState(Date.now);
  const { slug, title, summary, contentLocale, sector, publishedAt, visibility, city, networks } = solution;
  const isRecent = publishedAt !== null && openedAt - Date.parse(publishedAt) < RECENT;
  return (
    <li className={css.item} data-slug={slug}>
      <Card
        title={<Text locale={contentLocale}>{title}</Text>}
        href={`/solution/${slug}`}
        foot={
          <>
            <Badge tone="primary">{say('Sector', sector)}</Badge>
            {visibility === 'MEMBERS' && <Badge tone="warn">{say('Visibility', visibility)}</Badge>}
            {present(networks?.nodes).map(({ id, slug: network, name, contentLocale: locale }) => (
              <Link key={id} href={`/network/${network}`} className={css.network}>
                <Text locale={locale}>{name}</Text>
              </Link>
            ))}
          </>
        }
      >
        <p className={css.byline}>
          {came && <Badge tone="accent">{t(came === 'now' ? 'came.now' : 'came.away')}</Badge>}
          {city && <strong>{city.name}</strong>}
          {publishedAt !== null && (
            <time dateTime={publishedAt}>{isRecent ? ago(publishedAt) : date(publishedAt.slice(0, 10))}</time>
          )}
        </p>
        <Text as="p" locale={contentLocale} className={css.summary}>
          {summary}
        </Text>
      </Card>
    </li>
  );
}
