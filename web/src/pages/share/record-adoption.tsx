import { useState } from 'react';
import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import { graphql, type VariablesOf } from '../../api/graphql';
import { present } from '../../api/present';
import { useCities, useNetworks } from '../../choices/use-choices';
import { useMessages } from '../../i18n/catalog';
import { useTerms } from '../../terms';
import { VALUES } from '../../terms/values';
import { Callout, Field, useSettled } from '../../ui';
import { Day } from './day';
import { FormFrame } from './form-frame';
import { messages } from './messages';
import { Select } from './select';
import css from './share.module.css';
import type { CityOfViewer } from './types';
import { readForm, useForm } from './use-form';

const CHOICES = graphql(`
  query SolutionsToAdopt($filter: SolutionFilter) {
    solutions(first: 100, filter: $filter, orderBy: { field: TITLE }) {
      totalCount
      nodes {
        id
        slug
        title
        city {
          id
          name
        }
      }
    }
  }
`);

const RECORD = graphql(`
  mutation RecordAdoption($input: RecordAdoptionInput!) {
    recordAdoption(input: $input) {
      adoption {
        id
        confirmed
        city {
          id
          name
        }
        solution {
          id
          slug
          title
        }
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

type Input = VariablesOf<typeof RECORD>['input'];

const FIELDS = ['solutionId', 'kind', 'status', 'adoptedOn', 'learnedFromCityId', 'viaNetworkId', 'note'];

/** Records that the city takes up a solution of another one; the address may name it by its slug. */
export function RecordAdoption({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const say = useTerms();
  const [search] = useSearchParams();
  const [typed, setTyped] = useState('');
  const text = useSettled(typed, 300);
  const [recorded, setRecorded] = useState<string>();
  const cities = useCities();
  const networks = useNetworks();
  const filter = { not: { city: { id: { eq: city.id } } }, ...(text === '' ? {} : { text }) };
  const [{ data }] = useQuery({ query: CHOICES, variables: { filter } });
  const solutions = present(data?.solutions?.nodes);
  const total = data?.solutions?.totalCount ?? 0;
  const form = useForm(RECORD, ({ recordAdoption }) => {
    setRecorded(recordAdoption.adoption?.solution.title);
    setTyped('');
  });
  const send = (element: HTMLFormElement) => {
    setRecorded(undefined);
    const { find: _find, ...given } = readForm(element);
    const input = { solutionId: '', ...given, cityId: city.id };
    form.submit(input as Omit<Input, 'idempotencyKey'>, element);
  };
  return (
    <FormFrame form={form} fields={FIELDS} label={t('record')} submit={t('record.submit')} onSubmit={send}>
      {recorded !== undefined && (
        <Callout tone="good" live title={t('recorded')}>
          <p>{recorded}</p>
        </Callout>
      )}
      <Field label={t('record.find')} hint={t('record.found', { shown: solutions.length, total })}>
        {(control) => (
          <input {...control} type="search" name="find" onChange={({ target }) => setTyped(target.value.trim())} />
        )}
      </Field>
      <Select
        name="solutionId"
        label={t('record.solution')}
        required
        none={t('choose')}
        options={solutions.map(({ id, title, city: of }) => [id, of ? `${title} (${of.name})` : title] as const)}
        value={solutions.find(({ slug }) => slug === search.get('solution'))?.id}
        error={form.wrong('solutionId')}
      />
      <div className={css.pair}>
        <Select
          name="kind"
          label={t('record.kind')}
          options={VALUES.AdoptionKind.map((kind) => [kind, say('AdoptionKind', kind)] as const)}
          value="REPLICATED"
          error={form.wrong('kind')}
        />
        <Select
          name="status"
          label={t('record.status')}
          options={VALUES.AdoptionStatus.map((status) => [status, say('AdoptionStatus', status)] as const)}
          error={form.wrong('status')}
        />
        <Day name="adoptedOn" label={t('record.when')} hint={t('unknown.hint')} error={form.wrong('adoptedOn')} />
        <Select
          name="learnedFromCityId"
          label={t('record.from')}
          hint={t('unknown.hint')}
          none={t('unknown')}
          options={cities.filter(({ id }) => id !== city.id).map(({ id, name }) => [id, name] as const)}
          error={form.wrong('learnedFromCityId')}
        />
        <Select
          name="viaNetworkId"
          label={t('record.via')}
          hint={t('unknown.hint')}
          none={t('unknown')}
          options={networks.map(({ id, name }) => [id, name] as const)}
          error={form.wrong('viaNetworkId')}
        />
      </div>
      <Field label={t('record.note')} error={form.wrong('note')}>
        {(control) => <textarea {...control} name="note" rows={2} />}
      </Field>
    </FormFrame>
  );
}
