import { useState } from 'react';
import { useMutation, type CombinedError, type TypedDocumentNode } from 'urql';
import { forgetDraft, readDraft, writeDraft, type Draft } from './drafts';

/** What a mutation says is to be mended. */
export interface Mistake {
  code: string;
  message: string;
  /** From the argument on: `["input", "title"]`. */
  path: readonly string[];
}

interface Payload {
  userErrors: readonly Mistake[];
}

export interface Form<Input> {
  submit: (input: Omit<Input, 'idempotencyKey'>) => void;
  /** Sends what was sent last once more, with a change. */
  again: (change: Partial<Omit<Input, 'idempotencyKey'>>) => void;
  mistakes: readonly Mistake[];
  /** The request failed: nobody knows whether it arrived, so it can be sent again with the same key. */
  failure: CombinedError | undefined;
  isSending: boolean;
  /** Its name among the drafts. */
  draft: string;
  /** How often it was sent and done: then the form is emptied. */
  round: number;
}

/** The field of the input that a mistake is about. */
export const fieldOf = ({ path }: Mistake): string => path[1] ?? '';

/**
 * A form that sends one mutation. What is sent twice is done once: the same input goes with the same key until it has been answered,
 * also after a reload.
 * @param draft what its text is kept under; different for what is written about different things
 */
export function useForm<Data extends object, Input extends { idempotencyKey?: string | null }>(
  document: TypedDocumentNode<Data, { input: Input }>,
  draft: string,
  onDone: (data: Data) => void = () => undefined,
): Form<Input> {
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const [failure, setFailure] = useState<CombinedError>();
  const [last, setLast] = useState<Omit<Input, 'idempotencyKey'>>();
  const [round, setRound] = useState(0);
  const [{ fetching: isSending }, mutate] = useMutation(document);

  const send = async (input: Omit<Input, 'idempotencyKey'>): Promise<void> => {
    setLast(input);
    const { key } = attemptOf(draft, JSON.stringify(input));
    const { data, error } = await mutate({ input: { ...input, idempotencyKey: key } as Input });
    setFailure(error);
    if (!data) return;
    const [payload] = Object.values(data).filter((value): value is Payload => typeof value === 'object');
    const found = payload?.userErrors ?? [];
    setMistakes(found);
    if (found.length > 0) return writeDraft(draft, { attempt: undefined });
    forgetDraft(draft);
    setRound((rounds) => rounds + 1);
    onDone(data);
  };

  return {
    submit: (input) => void send(input),
    again: (change) => last && void send({ ...last, ...change }),
    mistakes,
    failure,
    isSending,
    draft,
    round,
  };
}

/** The attempt to send this: the one before, where it was the same and has not been answered. */
function attemptOf(draft: string, input: string): NonNullable<Draft['attempt']> {
  const { attempt } = readDraft(draft);
  if (attempt?.input === input) return attempt;
  const fresh = { input, key: crypto.randomUUID() };
  writeDraft(draft, { attempt: fresh });
  return fresh;
}

/** What a form's controls say, by their names; an empty one is left out. */
export function readForm(form: HTMLFormElement): Partial<Record<string, string>> {
  const names = [...new Set(new FormData(form).keys())];
  const entries = names.map((name) => [name, (readAll(form, name)[0] ?? '').trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value !== '')) as Record<string, string>;
}

/** All values that controls of one name have: of a group of check boxes. Lines end as the API wants them to. */
export const readAll = (form: HTMLFormElement, name: string): string[] =>
  new FormData(form)
    .getAll(name)
    .filter((value) => typeof value === 'string')
    .map((text) => text.replaceAll('\r\n', '\n'));
