import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { parametersOf, viewOf, type View } from './view';

/** The view that the address asks for, and what changes it there. A step back leads to the view before. */
export function useView(): [view: View, change: (part: Partial<View>, options?: { replace: boolean }) => void] {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const view = useMemo(() => viewOf(new URLSearchParams(text)), [text]);
  return [view, (part, options) => setParameters(parametersOf({ ...view, ...part }), options)];
}
