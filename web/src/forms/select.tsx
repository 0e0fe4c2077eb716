import { useState } from 'react';
import { Field, type FieldProps } from '../ui';
import { useControl } from './context';

export interface Option {
  value: string;
  text: string;
  /** The language of `text`, where it may be another one than the page's. */
  locale?: string;
}

export interface SelectProps extends Omit<FieldProps, 'children' | 'error' | 'errorLocale'> {
  name: string;
  options: readonly Option[];
  /** What is chosen first. Default: the first one. */
  value?: string | null;
  /** What choosing nothing is called; without it something is always chosen. */
  none?: string;
  onChange?: (value: string) => void;
}

/** One of several. Options may come later than the choice among them that was kept. */
export function Select({ name, options, value, none, onChange, ...field }: SelectProps) {
  const { kept, mistake } = useControl(name);
  const [chosen, setChosen] = useState<string | undefined>(kept?.[0]);
  const first = none === undefined ? options[0]?.value : '';
  return (
    <Field {...field} {...mistake}>
      {(control) => (
        <select
          {...control}
          name={name}
          value={chosen ?? value ?? first}
          onChange={({ target }) => {
            setChosen(target.value);
            onChange?.(target.value);
          }}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ value: each, text, locale }) => (
            <option key={each} value={each} lang={locale}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
