import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type VariablesOf } from '../../api/graphql';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { useLocale } from '../../i18n/locale';
import { useTerms } from '../../terms';
import { VALUES } from '../../terms/values';
import { Callout, Empty, Field, Loaded, QueryLink, Section, Table } from '../../ui';
import { Day, today } from './day';
import { FormFrame } from './form-frame';
import { messages } from './messages';
import { Select } from './select';
import css from './share.module.css';
import type { CityOfViewer } from './types';
import { readAll, readForm, useForm } from './use-form';

const ACTIONS = graphql(`
  query ActionsOfCity($city: ID!) {
    actions(first: 20, filter: { city: { id: { eq: $city } } }) {
      nodes {
        id
        title
        sector
        status
        reportedOn
        datePrecision
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

const FIELDS = ['title', 'sector', 'status', 'reportedOn', 'revisionOfId', 'influences'];

/** What the city does about the climate: a report, and those on record. */
export function Actions({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const variables = { city: city.id };
  const [state, refetch] = useQuery({ query: ACTIONS, variables });
  return (
    <div className={css.parts}>
      <Section heading={t('report')}>
        <ReportAction city={city} earlier={present(state.data?.actions?.nodes)} />
      </Section>
      <Section heading={t('reported')} aside={<QueryLink document={ACTIONS} variables={variables} />}>
        <Loaded state={state} refetch={refetch}>
          {({ actions }) => {
            const rows = present(actions?.nodes);
            if (rows.length === 0) return <Empty title={t('reported.none')} />;
            return (
              <Table
                caption={t('reported')}
                captionHidden
                rows={rows}
                keyOf={({ id }) => id}
                columns={[
                  { name: t('field.title'), cell: ({ title }) => title },
                  { name: t('sector'), cell: ({ sector }) => say('Sector', sector) },
                  { name: t('record.status'), cell: ({ status }) => say('ActionStatus', status) },
                  { name: t('report.day'), cell: ({ reportedOn, datePrecision }) => date(reportedOn, datePrecision) },
                ]}
              />
            );
          }}
        </Loaded>
      </Section>
    </div>
  );
}

interface ReportActionProps {
  city: CityOfViewer;
  earlier: readonly { id: string; title: string }[];
}

function ReportAction({ city, earlier }: ReportActionProps) {
  const t = useMessages(messages);
  const say = useTerms();
  const locale = useLocale();
  const [done, setDone] = useState<string>();
  const form = useForm(REPORT, ({ reportAction }) => setDone(reportAction.action?.title));
  const send = (element: HTMLFormElement) => {
    setDone(undefined);
    const { influences: _influences, answered, ...given } = readForm(element);
    const influences = answered === undefined ? undefined : readAll(element, 'influences');
    const input = { title: '', ...given, influences, locale, cityId: city.id };
    form.submit(input as Omit<Input, 'idempotencyKey'>, element);
  };
  return (
    <FormFrame form={form} fields={FIELDS} label={t('report')} submit={t('report.submit')} onSubmit={send}>
      {done !== undefined && (
        <Callout tone="good" live title={t('report.done')}>
          <p>{done}</p>
        </Callout>
      )}
      <Field label={t('report.title')} required error={form.wrong('title')}>
        {(control) => <input {...control} name="title" />}
      </Field>
      <div className={css.pair}>
        <Select
          name="sector"
          label={t('sector')}
          options={VALUES.Sector.map((sector) => [sector, say('Sector', sector)] as const)}
          error={form.wrong('sector')}
        />
        <Select
          name="status"
          label={t('record.status')}
          options={VALUES.ActionStatus.map((status) => [status, say('ActionStatus', status)] as const)}
          value="IN_PROGRESS"
          error={form.wrong('status')}
        />
        <Day name="reportedOn" label={t('report.day')} required value={today()} error={form.wrong('reportedOn')} />
        <Select
          name="revisionOfId"
          label={t('report.earlier')}
          none={t('report.first')}
          options={earlier.map(({ id, title }) => [id, title] as const)}
          error={form.wrong('revisionOfId')}
        />
      </div>
      <fieldset className={css.checks}>
        <legend>{t('report.influence')}</legend>
        <p>{t('report.influence.hint')}</p>
        <label>
          <input type="checkbox" name="answered" value="yes" /> {t('report.answered')}
        </label>
        {VALUES.PeerInfluence.map((influence) => (
          <label key={influence}>
            <input type="checkbox" name="influences" value={influence} /> {say('PeerInfluence', influence)}
          </label>
        ))}
      </fieldset>
    </FormFrame>
  );
}
