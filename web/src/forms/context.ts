import { createContext, use } from 'react';

/** What a form tells its controls. */
export interface FormContext {
  /** What is wrong with a control, and in which language that is said. */
  wrong: (name: string) => { message: string; locale: string } | undefined;
  /** What was typed or chosen there before the page was left or loaded anew. */
  kept: (name: string) => string[] | undefined;
}

export const FormOf = createContext<FormContext>({ wrong: () => undefined, kept: () => undefined });

/** What the form says of a control: its first value, and its mistake as `<Field>` wants it. */
export function useControl(name: string) {
  const { wrong, kept } = use(FormOf);
  const mistake = wrong(name);
  return { kept: kept(name), mistake: { error: mistake?.message, errorLocale: mistake?.locale } };
}
