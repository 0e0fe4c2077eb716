import { useId, type ReactNode } from 'react';
import { useMessages } from '../i18n/catalog';
import { Text } from '../i18n/text';
import { messages } from './messages';
import css from './field.module.css';

/** What ties a control to its label, hint and error. Spread it over the input, select or textarea. */
export interface Control {
  id: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export interface FieldProps {
  label: ReactNode;
  /** What is expected, before anything goes wrong. */
  hint?: ReactNode;
  /** What is wrong with it, as the API says it: a UserError's message. */
  error?: string | null;
  /** The language of `error`. Default: en, as the API has it. */
  errorLocale?: string;
  required?: boolean;
  children: (control: Control) => ReactNode;
}

/** A control of a form with its label: `<Field label="Title">{(control) => <input {...control} name="title" />}</Field>`. */
export function Field({ label, hint, error, errorLocale = 'en', required, children }: FieldProps) {
  const t = useMessages(messages);
  const id = useId();
  const described = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label} {required && <span className={css.required}>({t('field.required')})</span>}
      </label>
      {hint && (
        <div className={css.hint} id={`${id}hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        ...(required ? { required } : {}),
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {error && (
        <div className={css.error} id={`${id}error`}>
          {t('field.error')} <Text locale={errorLocale}>{error}</Text>
        </div>
      )}
    </div>
  );
}
