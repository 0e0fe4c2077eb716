import { graphql } from '../../api/graphql';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { useTerms } from '../../terms';
import { QueryLink, Section } from '../../ui';
import { messages } from './messages';
import { ReportAction } from './report-action';
import { PAGE, Rows } from './rows';
import css from './share.module.css';
import type { CityOfViewer } from './types';

const ACTIONS = graphql(`
  query ActionsOfCity($city: String!, $first: Int!, $after: String) {
    city(slug: $city) {
      id
      actions(first: $first, after: $after) {
        totalCount
        nodes {
          id
          title
          contentLocale
          sector
          status
          reportedOn
          datePrecision
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** What the city does about the climate: a report, and those on record. */
export function Actions({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const variables = { city: city.slug };
  return (
    <div className={css.parts}>
      <Section heading={t('report')}>
        <ReportAction city={city} />
      </Section>
      <Section
        heading={t('reported')}
        aside={<QueryLink document={ACTIONS} variables={{ ...variables, first: PAGE }} />}
      >
        <Rows
          query={ACTIONS}
          variables={variables}
          listOf={({ city }) => city?.actions}
          none={t('reported.none')}
          row={({ id, title, contentLocale, sector, status, reportedOn, datePrecision }) => (
            <li key={id} className={css.row}>
              <div className={css.what}>
                <Text locale={contentLocale}>{title}</Text>
                <span className={css.facts}>
                  <span>{say('Sector', sector)}</span>
                  <span>{say('ActionStatus', status)}</span>
                  <span>{date(reportedOn, datePrecision)}</span>
                </span>
              </div>
            </li>
          )}
        />
      </Section>
    </div>
  );
}
