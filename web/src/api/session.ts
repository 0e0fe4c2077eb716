import { useSyncExternalStore } from 'react';

const KEY = 'interurban.token';
const listeners = new Set<() => void>();
let hasEnded = false;

/** The bearer token of who is signed in; null for an anonymous reader. It is forgotten with the tab. */
export const token = (): string | null => sessionStorage.getItem(KEY);

/** Signs in with a token, or out with null. Everything that was read is read anew, with the eyes of who it now is. */
export function setToken(value: string | null): void {
  hasEnded = false;
  if (value === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, value);
  for (const listener of listeners) listener();
}

/** Signs out who is signed in with this token: the server does not believe it any more. */
export function endSession(value: string): void {
  if (token() !== value) return;
  setToken(null);
  hasEnded = true;
}

/** Whether who was signed in had to be signed out: their token has ended. */
export const sessionHasEnded = (): boolean => hasEnded;

export function onTokenChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The token, for components: they render again when it changes. */
export const useToken = (): string | null => useSyncExternalStore(onTokenChange, token);
