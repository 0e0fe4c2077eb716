import type { ReactNode, SubmitEvent } from 'react';
import { Button, Callout, Failure } from '../../ui';
import { useMessages } from '../../i18n/catalog';
import { messages } from './messages';
import css from './share.module.css';
import type { Form } from './use-form';

export interface FormFrameProps {
  form: Form<never>;
  /** The fields of the input that have a control: mistakes about others are told above. */
  fields: readonly string[];
  onSubmit: (form: HTMLFormElement) => void;
  submit: string;
  /** Beside the button that submits. */
  aside?: ReactNode;
  label: string;
  children: ReactNode;
}

/** A form: its controls, what went wrong, and its button. The API checks it, so that browsers do not. */
export function FormFrame({ form, fields, onSubmit, submit, aside, label, children }: FormFrameProps) {
  const t = useMessages(messages);
  const others = form.others(fields);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(event.currentTarget);
  };
  return (
    <form className={css.form} onSubmit={send} noValidate aria-label={label}>
      {others.length > 0 && (
        <div tabIndex={-1} data-mistakes="">
          <Callout tone="bad" live title={t('mistakes')}>
            {others.map((message) => (
              <p key={message} lang="en">
                {message}
              </p>
            ))}
          </Callout>
        </div>
      )}
      {children}
      {form.failure && <Failure error={form.failure} />}
      <div className={css.buttons}>
        <Button type="submit" disabled={form.isSending}>
          {form.isSending ? t('sending') : submit}
        </Button>
        {aside}
      </div>
    </form>
  );
}
