import { useState } from 'react';
import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import { graphql, type VariablesOf } from '../../api/graphql';
import { present } from '../../api/present';
import { Done, FormFrame, readDraft, readForm, Select, useForm, Words, type Option } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { useSettled } from '../../ui';
import { AdoptionFields } from './adoption-fields';
import { adoptedOnOf } from './adopted-on';
import { messages } from './messages';
import type { CityOfViewer } from './types';

const CHOICES = graphql(`
  query SolutionsToAdopt($filter: SolutionFilter) {
    solutions(first: 100, filter: $filter, orderBy: { field: TITLE }) {
      totalCount
      nodes {
        id
        slug
        title
        contentLocale
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

/** Records that the city takes up a solution of another one; the address may name it by its slug. */
export function RecordAdoption({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const draft = `adoption by ${city.slug}`;
  const [typed, setTyped] = useState(readDraft(draft).values['find']?.[0] ?? '');
  const [recorded, setRecorded] = useState<string>();
  const form = useForm(RECORD, draft, ({ recordAdoption }) => {
    setRecorded(recordAdoption.adoption?.solution.title);
    setTyped('');
  });
  const send = (element: HTMLFormElement) => {
    setRecorded(undefined);
    const { find: _find, adoptedOn, datePrecision, ...given } = readForm(element);
    const input = { ...given, ...adoptedOnOf({ adoptedOn, datePrecision }), cityId: city.id };
    form.submit(input as Omit<Input, 'idempotencyKey'>);
  };
  return (
    <FormFrame
      form={form}
      label={t('record', { city: city.name })}
      submit={t('record.submit')}
      onSubmit={send}
      done={
        recorded !== undefined && (
          <Done title={t('recorded')}>
            <p>{recorded}</p>
          </Done>
        )
      }
    >
      <ChooseSolution city={city} typed={typed} onType={setTyped} />
      <AdoptionFields before={{ kind: 'REPLICATED' }} cityId={city.id} />
    </FormFrame>
  );
}

interface ChooseSolutionProps {
  city: CityOfViewer;
  typed: string;
  onType: (text: string) => void;
}

/** A solution of another city: those that match what is typed, and the one that is chosen already. */
function ChooseSolution({ city, typed, onType }: ChooseSolutionProps) {
  const t = useMessages(messages);
  const [search] = useSearchParams();
  const text = useSettled(typed.trim(), 300);
  const [chosen, setChosen] = useState<Option>();
  const filter = { not: { city: { id: { eq: city.id } } }, ...(text === '' ? {} : { text }) };
  const [{ data }] = useQuery({ query: CHOICES, variables: { filter } });
  const solutions = present(data?.solutions?.nodes);
  const found = solutions.map(({ id, title, contentLocale, city: of }) => ({
    value: id,
    text: of ? `${title} (${of.name})` : title,
    locale: contentLocale,
  }));
  const isFound = chosen === undefined || found.some(({ value }) => value === chosen.value);
  return (
    <>
      <Words
        name="find"
        label={t('record.find')}
        hint={t('record.found', { shown: solutions.length, total: data?.solutions?.totalCount ?? 0 })}
        onChange={onType}
      />
      <Select
        name="solutionId"
        label={t('record.solution')}
        required
        none={t('choose')}
        options={isFound ? found : [chosen, ...found]}
        value={solutions.find(({ slug }) => slug === search.get('solution'))?.id}
        onChange={(id) => setChosen(found.find(({ value }) => value === id))}
      />
    </>
  );
}
