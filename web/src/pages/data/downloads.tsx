import { useMessages } from '../../i18n/catalog';
import { useLocale } from '../../i18n/locale';
import { ButtonLink, CodeBlock, Row, Stack, Table } from '../../ui';
import { messages } from './messages';
import { exportCommands } from './recipes';

const TABLES = ['cities', 'networks', 'memberships', 'solutions', 'adoptions', 'collaborations'] as const;
const GRAPH_FORMATS = ['gexf', 'graphml', 'json', 'csv.zip', 'parquet'] as const;

/** Tables of records, the graph, fact sheets, and everything at once. */
export function Downloads() {
  const t = useMessages(messages);
  const locale = useLocale();
  const fileLink = (table: string, format: string) => (
    <a href={`/exports/${table}.${format}?locale=${locale}`} download>
      {format.toUpperCase()}
    </a>
  );
  return (
    <Stack>
      <p>{t('download.text')}</p>
      <Table
        caption={t('download.tables')}
        captionHidden
        rows={TABLES}
        keyOf={(table) => table}
        columns={[
          { name: t('download.table'), cell: (table) => t(`table.${table}`) },
          { name: t('download.rows'), cell: (table) => t(`table.${table}.rows`) },
          { name: t('download.spreadsheet'), cell: (table) => fileLink(table, 'csv') },
          { name: t('download.program'), cell: (table) => fileLink(table, 'ndjson') },
        ]}
      />
      <h3>{t('download.graph')}</h3>
      <p>{t('download.graph.text')}</p>
      <Row>
        {GRAPH_FORMATS.map((format) => (
          <ButtonLink key={format} external small kind="secondary" href={`/exports/graph.${format}`} download>
            {format.toUpperCase()}
          </ButtonLink>
        ))}
        <ButtonLink small kind="quiet" href="/graph">
          {t('download.graph.open')}
        </ButtonLink>
      </Row>
      <h3>{t('download.sheets')}</h3>
      <Row>
        <ButtonLink external small kind="secondary" href={`/fact-sheets/all.${locale}.pdf`}>
          {t('download.sheets.open')}
        </ButtonLink>
      </Row>
      <CodeBlock title={t('download.all')} text={exportCommands()} />
    </Stack>
  );
}
