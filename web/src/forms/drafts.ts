/** What somebody is writing: kept in the tab until it is sent, so that neither a reload nor another language loses it. */
export interface Draft {
  /** What was typed or chosen, by the controls' names. What was not touched is not here. */
  values: Record<string, string[]>;
  /** What was sent last, and the key that it went with, while nobody knows whether it arrived. */
  attempt?: { input: string; key: string };
}

const PREFIX = 'interurban.draft ';

export function readDraft(name: string): Draft {
  const text = sessionStorage.getItem(PREFIX + name);
  return text === null ? { values: {} } : (JSON.parse(text) as Draft);
}

export function writeDraft(name: string, change: Partial<Draft>): void {
  sessionStorage.setItem(PREFIX + name, JSON.stringify({ ...readDraft(name), ...change }));
}

export const forgetDraft = (name: string): void => sessionStorage.removeItem(PREFIX + name);

/** Forgets all of them: whoever sits down here next is not to read them. */
export function forgetDrafts(): void {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
}
