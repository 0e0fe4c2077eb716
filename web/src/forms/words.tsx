import { useState } from 'react';
import { Field, type FieldProps } from '../ui';
import { useControl } from './context';

export interface WordsProps extends Omit<FieldProps, 'children' | 'error' | 'errorLocale'> {
  name: string;
  value?: string;
  /** How many lines there is room for. Default: one, and then it is one. */
  lines?: number;
  /** Hears of every change. */
  onChange?: (text: string) => void;
}

/** Words that one types. Until then they follow `value`. */
export function Words({ name, value, lines, onChange, ...field }: WordsProps) {
  const { kept, mistake } = useControl(name);
  const [typed, setTyped] = useState(kept?.[0]);
  const words = {
    name,
    value: typed ?? value ?? '',
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value);
      onChange?.(target.value);
    },
  };
  return (
    <Field {...field} {...mistake}>
      {(control) =>
        lines === undefined ? <input {...control} {...words} /> : <textarea {...control} {...words} rows={lines} />
      }
    </Field>
  );
}
