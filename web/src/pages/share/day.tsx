import { Field, type FieldProps } from '../../ui';

export interface DayProps extends Omit<FieldProps, 'children'> {
  name: string;
  value?: string;
}

/** A day, as the browser lets one choose it. */
export function Day({ name, value, ...field }: DayProps) {
  return <Field {...field}>{(control) => <input {...control} type="date" name={name} defaultValue={value} />}</Field>;
}

/** Today, where the reader is. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
