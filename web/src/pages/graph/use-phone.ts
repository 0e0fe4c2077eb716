import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 48rem)');

const subscribe = (listener: () => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** Whether the window is too narrow for a picture of many cities beside its filters. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
