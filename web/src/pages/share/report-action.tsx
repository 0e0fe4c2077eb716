import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type VariablesOf } from '../../api/graphql';
import { present } from '../../api/present';
import {
  Check,
  Checks,
  Day,
  Done,
  FormFrame,
  Pair,
  readAll,
  readForm,
  Select,
  today,
  useForm,
  Words,
} from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { useLocale } from '../../i18n/locale';
import { useTerms } from '../../terms';
import { VALUES } from '../../terms/values';
import { messages } from './messages';
import type { CityOfViewer } from './types';
import { useLanguages } from './use-languages';

const EARLIER = graphql(`
  query EarlierActions($city: String!) {
    city(slug: $city) {
      id
      actions(first: 100) {
        nodes {
          id
          title
          contentLocale
        }
      }
    }
  }
`);

const REPORT = graphql(`
  mutation ReportAction($input: ReportActionInput!) {
    reportAction(input: $input) {
      action {
        id
        title
        contentLocale
        sector
        status
        reportedOn
        datePrecision
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

type Input = VariablesOf<typeof REPORT>['input'];

/** Reports what the city does, or how far it has come since the last report, and whether peers had a part in it. */
export function ReportAction({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const say = useTerms();
  const locale = useLocale();
  const languages = useLanguages(locale);
  const [{ data }] = useQuery({ query: EARLIER, variables: { city: city.slug } });
  const [done, setDone] = useState<string>();
  const form = useForm(REPORT, `action of ${city.slug}`, ({ reportAction }) => setDone(reportAction.action?.title));
  const send = (element: HTMLFormElement) => {
    setDone(undefined);
    const { influences: _influences, answered, ...given } = readForm(element);
    const influences = answered === undefined ? undefined : readAll(element, 'influences');
    form.submit({ ...given, influences, cityId: city.id } as Omit<Input, 'idempotencyKey'>);
  };
  return (
    <FormFrame
      form={form}
      label={t('report')}
      submit={t('report.submit')}
      onSubmit={send}
      done={
        done !== undefined && (
          <Done title={t('report.done')}>
            <p>{done}</p>
          </Done>
        )
      }
    >
      <Words name="title" label={t('report.title')} required />
      <Pair>
        <Select name="locale" label={t('locale')} options={languages} value={locale} />
        <Select
          name="sector"
          label={t('sector')}
          options={VALUES.Sector.map((sector) => ({ value: sector, text: say('Sector', sector) }))}
        />
        <Select
          name="status"
          label={t('record.status')}
          options={VALUES.ActionStatus.map((status) => ({ value: status, text: say('ActionStatus', status) }))}
          value="IN_PROGRESS"
        />
        <Day name="reportedOn" label={t('report.day')} required value={today()} />
        <Select
          name="revisionOfId"
          label={t('report.earlier')}
          none={t('report.first')}
          options={present(data?.city?.actions?.nodes).map(({ id, title, contentLocale }) => ({
            value: id,
            text: title,
            locale: contentLocale,
          }))}
        />
      </Pair>
      <Checks
        name="influences"
        legend={t('report.influence')}
        hint={t('report.influence.hint')}
        options={VALUES.PeerInfluence.map((influence) => ({ value: influence, text: say('PeerInfluence', influence) }))}
      >
        <Check name="answered" value="yes">
          {t('report.answered')}
        </Check>
      </Checks>
    </FormFrame>
  );
}
