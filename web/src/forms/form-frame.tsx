import { useEffect, useMemo, useRef, useState, type InputEvent, type ReactNode, type SubmitEvent } from 'react';
import { useMessages } from '../i18n/catalog';
import { useLocale } from '../i18n/locale';
import { Button, Callout, Failure } from '../ui';
import { FormOf, type FormContext } from './context';
import css from './forms.module.css';
import { messages } from './messages';
import { forgetDraft, readDraft, writeDraft } from './drafts';
import { fieldOf, readAll, type Form } from './use-form';

export interface FormFrameProps {
  form: Form<never>;
  onSubmit: (form: HTMLFormElement) => void;
  submit: string;
  /** What is said above the form once it was done. */
  done?: ReactNode;
  /** Beside the button that submits. */
  aside?: ReactNode;
  label: string;
  children: ReactNode;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter((element): element is Control => 'name' in element && element.name !== '');

/** A form: its controls, what went wrong, and its button. What is typed in it is kept until it has been sent. */
export function FormFrame({ form, onSubmit, submit, done, aside, label, children }: FormFrameProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { draft, round, mistakes } = form;
  const element = useRef<HTMLFormElement>(null);
  const [empty, setEmpty] = useState<readonly string[]>([]);
  const [names, setNames] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState(0);
  // Read when the form begins: what is typed from then on is in the controls.
  const before = useMemo(() => ({ of: `${draft} ${round} ${opened}`, ...readDraft(draft) }), [draft, round, opened]);
  const hasDraft = Object.keys(before.values).length > 0;

  useEffect(() => {
    if (mistakes.length + empty.length === 0) return;
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-mistakes]')?.focus();
  }, [mistakes, empty]);

  const keep = ({ target, currentTarget }: InputEvent<HTMLFormElement>) => {
    const { name } = target as unknown as Control;
    if (name === '') return;
    const hidden = controlsOf(currentTarget).filter(({ type }) => type === 'hidden');
    const touched = [name, ...hidden.map((control) => control.name)];
    const values = Object.fromEntries(touched.map((each) => [each, readAll(currentTarget, each)]));
    writeDraft(draft, { values: { ...readDraft(draft).values, ...values } });
  };
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const controls = controlsOf(event.currentTarget);
    const missing = controls.filter(({ required, value }) => required && value.trim() === '').map(({ name }) => name);
    setEmpty(missing);
    setNames(controls.map(({ name }) => name));
    if (missing.length === 0) onSubmit(event.currentTarget);
  };
  const startOver = () => {
    forgetDraft(draft);
    setOpened(opened + 1);
  };

  const context: FormContext = {
    kept: (name) => before.values[name],
    wrong: (name) => {
      if (empty.length > 0) return empty.includes(name) ? { message: t('required'), locale } : undefined;
      const mistake = mistakes.find((each) => fieldOf(each) === name);
      return mistake && { message: mistake.message, locale: 'en' };
    },
  };
  const others = empty.length > 0 ? [] : mistakes.filter((mistake) => !names.includes(fieldOf(mistake)));
  return (
    <form
      key={before.of}
      ref={element}
      className={css.form}
      onInput={keep}
      onSubmit={send}
      noValidate
      aria-label={label}
    >
      {done}
      {hasDraft && (
        <Callout title={t('draft')}>
          <div>
            <Button kind="secondary" small onClick={startOver}>
              {t('draft.forget')}
            </Button>
          </div>
        </Callout>
      )}
      {others.length > 0 && (
        <div tabIndex={-1} data-mistakes="">
          <Callout tone="bad" live title={t('mistakes')}>
            {others.map(({ message }) => (
              <p key={message} lang="en">
                {message}
              </p>
            ))}
          </Callout>
        </div>
      )}
      <FormOf value={context}>{children}</FormOf>
      {form.failure && <Failure error={form.failure} retry={() => element.current?.requestSubmit()} />}
      <div className={css.buttons}>
        <Button type="submit" disabled={form.isSending}>
          {form.isSending ? t('sending') : submit}
        </Button>
        {aside}
      </div>
    </form>
  );
}
