import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'wouter';

/** Begins another view as a browser begins another page: at its top, with the keyboard and the screen reader there. */
export function useArrival(main: RefObject<HTMLElement | null>): void {
  const [path] = useLocation();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
