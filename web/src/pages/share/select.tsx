import { Field, type FieldProps } from '../../ui';

export interface SelectProps extends Omit<FieldProps, 'children'> {
  name: string;
  /** Values and what they are called. */
  options: readonly (readonly [value: string, text: string])[];
  /** What is chosen first. Default: the first one. */
  value?: string | null;
  /** What choosing nothing is called; without it something is always chosen. */
  none?: string;
  onChange?: (value: string) => void;
}

/** One of several. */
export function Select({ name, options, value, none, onChange, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          key={options.length}
          name={name}
          defaultValue={value ?? undefined}
          onChange={({ target }) => onChange?.(target.value)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
