import type { ReactNode } from 'react';
import { Check, Checks, FormFrame, Pair, readAll, readForm, Select, Words, type Form } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { useLocale } from '../../i18n/locale';
import { useTerms } from '../../terms';
import { VALUES, type ValueOf } from '../../terms/values';
import { Row } from '../../ui';
import { BodyEditor } from './body-editor';
import { messages } from './messages';
import { useLanguages } from './use-languages';

/** What a solution says. */
export interface Written {
  title: string;
  summary: string;
  body: string;
  locale: string;
  sector: ValueOf<'Sector'>;
  visibility: ValueOf<'Visibility'>;
  networkIds: string[];
  links: string[];
}

export interface SolutionFormProps {
  form: Form<never>;
  /** What it says so far. */
  before: Partial<Written>;
  /** The networks that it can be shared in. */
  networks: readonly { id: string; name: string; contentLocale: string }[];
  /** Of a solution that there is: called when another language is chosen, which has other texts. */
  onLocale?: (locale: string) => void;
  submit: string;
  onSubmit: (written: Written, isDraft: boolean, from: HTMLFormElement) => void;
  /** Whether it can be kept as a draft. */
  canBeDraft?: boolean;
  /** Ahead of the controls. */
  children?: ReactNode;
}

function readWritten(element: HTMLFormElement, localeBefore: string | undefined): Written {
  const { title = '', summary = '', links = '', locale = localeBefore, sector, visibility } = readForm(element);
  return {
    ...({ locale, sector, visibility } as Pick<Written, 'locale' | 'sector' | 'visibility'>),
    title,
    summary,
    body: readAll(element, 'body')[0] ?? '', // As it was written, blanks and all.
    links: links.split(/\s+/).filter(Boolean),
    networkIds: readAll(element, 'networkIds'),
  };
}

/** A solution as its city writes it. */
export function SolutionForm(props: SolutionFormProps) {
  const { form, before, networks, onLocale, submit, onSubmit, canBeDraft, children } = props;
  const t = useMessages(messages);
  const say = useTerms();
  const locale = useLocale();
  const languages = useLanguages(before.locale ?? locale);
  return (
    <FormFrame
      form={form}
      label={submit}
      submit={submit}
      onSubmit={(element) => onSubmit(readWritten(element, before.locale), new FormData(element).has('draft'), element)}
      aside={
        canBeDraft && (
          <Row>
            <Check name="draft" value="yes">
              {t('draft')}
            </Check>
          </Row>
        )
      }
    >
      {children}
      <Select
        // What there is has its texts in each language: which one is open is in the address, not in the draft.
        name={onLocale ? '' : 'locale'}
        label={t('locale')}
        hint={onLocale && t('locale.hint')}
        options={languages}
        value={before.locale ?? locale}
        onChange={onLocale}
      />
      <Words name="title" label={t('field.title')} required value={before.title} />
      <Words name="summary" label={t('summary')} hint={t('summary.hint')} required lines={3} value={before.summary} />
      <BodyEditor before={before.body ?? ''} />
      <Pair>
        <Select
          name="sector"
          label={t('sector')}
          options={VALUES.Sector.map((sector) => ({ value: sector, text: say('Sector', sector) }))}
          value={before.sector}
        />
        <Select
          name="visibility"
          label={t('visibility')}
          hint={t('visibility.hint')}
          options={(['PUBLIC', 'MEMBERS'] as const).map((each) => ({ value: each, text: say('Visibility', each) }))}
          value={before.visibility}
        />
      </Pair>
      {networks.length > 0 && (
        <Checks
          name="networkIds"
          legend={t('networks')}
          hint={t('networks.hint')}
          options={networks.map(({ id, name, contentLocale }) => ({ value: id, text: name, locale: contentLocale }))}
          values={before.networkIds}
        />
      )}
      <Words name="links" label={t('links')} hint={t('links.hint')} lines={2} value={before.links?.join('\n')} />
    </FormFrame>
  );
}
