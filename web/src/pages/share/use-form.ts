import { useEffect, useRef, useState } from 'react';
import { useMutation, type CombinedError, type TypedDocumentNode } from 'urql';

/** What a mutation says is to be mended. */
interface Mistake {
  message: string;
  /** From the argument on: `["input", "title"]`. */
  path: readonly string[];
}

/** What was last answered, and the form that it was sent from. */
interface Answer {
  mistakes: readonly Mistake[];
  from?: HTMLFormElement;
}

interface Payload {
  userErrors: readonly Mistake[];
}

export interface Form<Input> {
  /** Sends it. In the form that it comes from the first control with something to mend gets the focus; where all is well, it is emptied. */
  submit: (input: Omit<Input, 'idempotencyKey'>, from?: HTMLFormElement) => void;
  /** What is wrong with a field of the input, as the API says it. */
  wrong: (field: string) => string | undefined;
  /** What is wrong, and with none of the fields that the form has. */
  others: (fields: readonly string[]) => string[];
  /** The request failed: nobody knows whether it arrived, so it can be sent again with the same key. */
  failure: CombinedError | undefined;
  isSending: boolean;
}

/** A form that sends one mutation. What is sent twice is done once: the same input goes with the same key until it has been answered. */
export function useForm<Data extends object, Input extends { idempotencyKey?: string | null }>(
  document: TypedDocumentNode<Data, { input: Input }>,
  onDone: (data: Data) => void,
): Form<Input> {
  const attempt = useRef({ input: '', key: '' });
  const [{ mistakes, from }, setAnswer] = useState<Answer>({ mistakes: [] });
  const [failure, setFailure] = useState<CombinedError>();
  const [{ fetching: isSending }, mutate] = useMutation(document);

  useEffect(() => {
    if (mistakes.length === 0) return;
    from?.querySelector<HTMLElement>('[aria-invalid="true"], [data-mistakes]')?.focus();
  }, [mistakes, from]);

  const send = async (input: Omit<Input, 'idempotencyKey'>, from?: HTMLFormElement): Promise<void> => {
    const text = JSON.stringify(input);
    if (attempt.current.input !== text) attempt.current = { input: text, key: crypto.randomUUID() };
    const { data, error } = await mutate({ input: { ...input, idempotencyKey: attempt.current.key } as Input });
    setFailure(error);
    if (!data) return;
    attempt.current = { input: '', key: '' };
    const [payload] = Object.values(data).filter((value): value is Payload => typeof value === 'object');
    const found = payload?.userErrors ?? [];
    setAnswer({ mistakes: found, from });
    if (found.length > 0) return;
    from?.reset();
    onDone(data);
  };

  const fieldOf = ({ path }: Mistake) => path[1] ?? '';
  return {
    submit: (input, from) => void send(input, from),
    wrong: (field) => mistakes.find((mistake) => fieldOf(mistake) === field)?.message,
    others: (fields) => mistakes.filter((mistake) => !fields.includes(fieldOf(mistake))).map(({ message }) => message),
    failure,
    isSending,
  };
}

/** What a form's controls say, by their names; an empty one is left out. */
export function readForm(form: HTMLFormElement): Partial<Record<string, string>> {
  const entries = [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']);
  return Object.fromEntries(entries.filter(([, value]) => value !== '')) as Record<string, string>;
}

/** The values of a group of check boxes. */
export const readAll = (form: HTMLFormElement, name: string): string[] =>
  new FormData(form).getAll(name).filter((value) => typeof value === 'string');
