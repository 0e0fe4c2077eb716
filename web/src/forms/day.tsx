import { useState } from 'react';
import { Field, type FieldProps } from '../ui';
import { useControl } from './context';

export interface DayProps extends Omit<FieldProps, 'children' | 'error' | 'errorLocale'> {
  name: string;
  value?: string;
}

/** A day, as the browser lets one choose it. */
export function Day({ name, value, ...field }: DayProps) {
  const { kept, mistake } = useControl(name);
  const [chosen, setChosen] = useState(kept?.[0]);
  return (
    <Field {...field} {...mistake}>
      {(control) => (
        <input
          {...control}
          type="date"
          name={name}
          value={chosen ?? value ?? ''}
          onChange={({ target }) => setChosen(target.value)}
        />
      )}
    </Field>
  );
}

/** Today, where the reader is. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
