import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { useTerms } from '../../terms';
import { Button, Row, Stack, Table, type Column } from '../../ui';
import { CommunityDot } from './legend';
import { messages } from './messages';
import type { CityLink, CityNetwork, CityNode } from './network';
import { yearsOf } from './use-words';
import type { Metric } from './view';

const PAGE = 25;

interface LongTableProps<Row> {
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
}

/** A table that begins with some of its rows. */
function LongTable<R>({ rows, ...props }: LongTableProps<R>) {
  const t = useMessages(messages);
  const [count, setCount] = useState(PAGE);
  return (
    <Stack>
      <Table {...props} rows={rows.slice(0, count)} />
      {rows.length > count && (
        <Row>
          <Button kind="secondary" onClick={() => setCount(count + 10 * PAGE)}>
            {t('table.more')}
          </Button>
          <span role="status">{t('table.shown', { shown: count, total: rows.length })}</span>
        </Row>
      )}
    </Stack>
  );
}

/** The view's cities, the most central first. */
export function CityTable({ network: { ranked }, sizeBy }: { network: CityNetwork; sizeBy: Metric }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { number } = useFormat();
  const columns: Column<CityNode>[] = [
    { name: t('city'), cell: ({ slug, name }) => <Link href={`/city/${slug}`}>{name}</Link> },
    { name: t('degree'), numeric: true, cell: ({ degree }) => number(degree) },
    {
      name: say('CentralityMetric', sizeBy),
      numeric: true,
      cell: ({ score }) => number(score, { maximumSignificantDigits: 4 }),
    },
    { name: t('country'), cell: ({ country }) => country },
    {
      name: t('community'),
      numeric: true,
      cell: ({ community }) => (
        <>
          <CommunityDot community={community} /> {number(community + 1)}
        </>
      ),
    },
  ];
  const shown =
    sizeBy === 'DEGREE' ? columns.filter(({ name }) => name !== say('CentralityMetric', 'DEGREE')) : columns;
  return <LongTable caption={t('tab.cities')} rows={ranked} columns={shown} keyOf={({ slug }) => slug} />;
}

/** The view's links, the latest first; those without a date at the end. */
export function LinkTable({ network: { links } }: { network: CityNetwork }) {
  const t = useMessages(messages);
  const { number } = useFormat();
  const sorted = links.toSorted((a, b) => (b.lastOn ?? '').localeCompare(a.lastOn ?? ''));
  const columns: Column<CityLink>[] = [
    { name: t('link.from'), cell: ({ source }) => <Link href={`/city/${source.slug}`}>{source.name}</Link> },
    { name: t('link.to'), cell: ({ target }) => <Link href={`/city/${target.slug}`}>{target.name}</Link> },
    { name: t('link.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { name: t('link.years'), cell: (link) => yearsOf(link) ?? t('link.undated') },
    { name: t('link.records'), numeric: true, cell: ({ recordCount }) => number(recordCount) },
  ];
  const keyOf = ({ source, target, kind }: CityLink) => `${source.slug} ${target.slug} ${kind}`;
  return <LongTable caption={t('tab.links')} rows={sorted} columns={columns} keyOf={keyOf} />;
}
