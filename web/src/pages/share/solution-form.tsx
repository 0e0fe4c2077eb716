import { useState } from 'react';
import { Markdown } from '../../markdown';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { useLocale } from '../../i18n/locale';
import { Text } from '../../i18n/text';
import { useTerms } from '../../terms';
import { VALUES, type ValueOf } from '../../terms/values';
import { Field, Tabs } from '../../ui';
import { FormFrame } from './form-frame';
import { messages } from './messages';
import { Select } from './select';
import css from './share.module.css';
import { readAll, readForm, type Form } from './use-form';

/** What a solution says; `draft` for a new one. */
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
  /** Called when another language is chosen, where that changes the texts. */
  onLocale?: (locale: string) => void;
  submit: string;
  onSubmit: (written: Written, isDraft: boolean, from: HTMLFormElement) => void;
  /** Whether it can be kept as a draft. */
  canBeDraft?: boolean;
}

/** The languages that cities write in most; others come through the API. */
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'id', 'it', 'ja', 'ko', 'pt', 'ru', 'sw', 'tr', 'zh'];

const FIELDS = ['title', 'summary', 'body', 'locale', 'sector', 'visibility', 'networkIds', 'links'];

/** A solution as its city writes it. */
export function SolutionForm(props: SolutionFormProps) {
  const { form, before, networks, onLocale, submit, onSubmit, canBeDraft } = props;
  const t = useMessages(messages);
  const say = useTerms();
  const locale = useLocale();
  const { language, compare } = useFormat();
  const [body, setBody] = useState(before.body ?? '');
  const [side, setSide] = useState('write');
  const languages = [...new Set([...LANGUAGES, before.locale ?? locale])]
    .map((tag) => [tag, language(tag)] as const)
    .sort(([, a], [, b]) => compare(a, b));

  const send = (element: HTMLFormElement) => {
    const { title = '', summary = '', links = '', draft, ...chosen } = readForm(element);
    const written = {
      ...(chosen as Pick<Written, 'locale' | 'sector' | 'visibility'>),
      title,
      summary,
      body,
      links: links.split(/\s+/).filter(Boolean),
      networkIds: readAll(element, 'networkIds'),
    };
    onSubmit(written, draft !== undefined, element);
  };

  return (
    <FormFrame
      form={form}
      fields={FIELDS}
      label={submit}
      submit={submit}
      onSubmit={send}
      aside={
        canBeDraft && (
          <label className={css.buttons}>
            <input type="checkbox" name="draft" value="yes" /> {t('draft')}
          </label>
        )
      }
    >
      <Select
        name="locale"
        label={t('locale')}
        hint={onLocale && t('locale.hint')}
        options={languages}
        value={before.locale ?? locale}
        onChange={onLocale}
        error={form.wrong('locale')}
      />
      <Field label={t('field.title')} required error={form.wrong('title')}>
        {(control) => <input {...control} name="title" defaultValue={before.title} />}
      </Field>
      <Field label={t('summary')} hint={t('summary.hint')} required error={form.wrong('summary')}>
        {(control) => <textarea {...control} name="summary" rows={3} defaultValue={before.summary} />}
      </Field>
      <Tabs
        label={t('body')}
        selected={side}
        onSelect={setSide}
        tabs={[
          {
            id: 'write',
            label: t('body.write'),
            panel: () => (
              <Field label={t('body')} hint={t('body.hint')} error={form.wrong('body')}>
                {(control) => (
                  <textarea {...control} rows={10} value={body} onChange={({ target }) => setBody(target.value)} />
                )}
              </Field>
            ),
          },
          {
            id: 'preview',
            label: t('body.preview'),
            panel: () => (
              <div className={css.preview}>{body.trim() === '' ? t('body.none') : <Markdown>{body}</Markdown>}</div>
            ),
          },
        ]}
      />
      <div className={css.pair}>
        <Select
          name="sector"
          label={t('sector')}
          options={VALUES.Sector.map((sector) => [sector, say('Sector', sector)] as const)}
          value={before.sector}
          error={form.wrong('sector')}
        />
        <Select
          name="visibility"
          label={t('visibility')}
          hint={t('visibility.hint')}
          options={(['PUBLIC', 'MEMBERS'] as const).map((each) => [each, say('Visibility', each)] as const)}
          value={before.visibility}
          error={form.wrong('visibility')}
        />
      </div>
      {networks.length > 0 && (
        <fieldset className={css.checks}>
          <legend>{t('networks')}</legend>
          {networks.map(({ id, name, contentLocale }) => (
            <label key={id}>
              <input
                type="checkbox"
                name="networkIds"
                value={id}
                defaultChecked={before.networkIds?.includes(id)}
                aria-invalid={form.wrong('networkIds') === undefined ? undefined : true}
              />
              <Text locale={contentLocale}>{name}</Text>
            </label>
          ))}
          <p lang={form.wrong('networkIds') && 'en'}>{form.wrong('networkIds') ?? t('networks.hint')}</p>
        </fieldset>
      )}
      <Field label={t('links')} hint={t('links.hint')} error={form.wrong('links')}>
        {(control) => <textarea {...control} name="links" rows={2} defaultValue={before.links?.join('\n')} />}
      </Field>
    </FormFrame>
  );
}
