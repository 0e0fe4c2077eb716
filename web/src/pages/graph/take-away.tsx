import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { ButtonLink, CodeBlock, QueryLink, Row, Section } from '../../ui';
import { exportAddress, networkxLines, type Shown } from './exports';
import css from './graph.module.css';
import { messages } from './messages';
import { VIEW, type GraphAnswer } from './queries';
import type { Metric } from './view';

const FORMATS = [
  ['gexf', 'Gephi'],
  ['graphml', 'networkx, igraph'],
  ['json', 'networkx, D3'],
  ['csv.zip', 'Excel, R'],
  ['parquet', 'pandas, Spark'],
] as const;

export interface TakeAwayProps {
  shown: Shown;
  graph: GraphAnswer;
  sizeBy: Metric;
  /** The query's variables. */
  variables: Record<string, unknown>;
}

/** Exactly what is shown, as files, as a citation and as lines of Python. */
export function TakeAway({ shown, graph, sizeBy, variables }: TakeAwayProps) {
  const t = useMessages(messages);
  const { date } = useFormat();
  const today = new Date().toISOString().slice(0, 10);
  const { version, digest, asOf, cityCount, linkCount } = graph;
  const citation = [
    t('cite.what', { cities: cityCount, links: linkCount }),
    t('cite.version', { version, date: date(asOf.slice(0, 10)) }),
    `SHA-256 ${digest}`,
    `graph(filter: ${JSON.stringify(shown.filter)}, version: "${version}")`,
    t('cite.where', { address: location.href, date: date(today) }),
  ].join('\n');
  return (
    <Section heading={t('take')} aside={<QueryLink document={VIEW} variables={variables} />}>
      <p>{graph.subgraph.omittedCityCount > 0 ? t('take.whole', { count: cityCount }) : t('take.lead')}</p>
      <Row>
        {FORMATS.map(([format, program]) => (
          <ButtonLink
            key={format}
            external
            kind="secondary"
            href={exportAddress(format, shown)}
            download
            data-format={format}
          >
            {format.toUpperCase()} <span className={css.muted}>{program}</span>
          </ButtonLink>
        ))}
      </Row>
      <div className={css.takeAway}>
        <CodeBlock title={t('cite')} text={citation} wraps />
        <CodeBlock title={t('networkx')} text={networkxLines(shown, sizeBy, location.origin)} />
      </div>
    </Section>
  );
}
