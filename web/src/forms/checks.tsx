import { useId, useState, type ReactNode } from 'react';
import { Text } from '../i18n/text';
import { useControl } from './context';
import css from './forms.module.css';
import type { Option } from './select';

export interface ChecksProps {
  name: string;
  legend: string;
  hint: string;
  options: readonly Option[];
  /** Those that are ticked first. */
  values?: readonly string[];
  /** Ahead of the options. */
  children?: ReactNode;
}

/** Any of several, in check boxes. */
export function Checks({ name, legend, hint, options, values, children }: ChecksProps) {
  const { mistake } = useControl(name);
  const { error, errorLocale } = mistake;
  const id = useId();
  return (
    <fieldset className={css.checks} aria-describedby={id}>
      <legend>{legend}</legend>
      <p id={id} className={error === undefined ? undefined : css.wrong} lang={errorLocale}>
        {error ?? hint}
      </p>
      {children}
      {options.map(({ value, text, locale }) => (
        <Check key={value} name={name} value={value} isTicked={values?.includes(value)} isWrong={error !== undefined}>
          <Text locale={locale}>{text}</Text>
        </Check>
      ))}
    </fieldset>
  );
}

interface CheckProps {
  name: string;
  value: string;
  isTicked?: boolean;
  isWrong?: boolean;
  children: ReactNode;
}

/** A check box with its label. */
export function Check({ name, value, isTicked, isWrong, children }: CheckProps) {
  const { kept } = useControl(name);
  const [chosen, setChosen] = useState(kept?.includes(value));
  return (
    <label>
      <input
        type="checkbox"
        name={name}
        value={value}
        checked={chosen ?? isTicked ?? false}
        onChange={({ target }) => setChosen(target.checked)}
        {...(isWrong ? { 'aria-invalid': true } : {})}
      />{' '}
      {children}
    </label>
  );
}
