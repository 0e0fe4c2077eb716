import { useEffect, useRef, type ReactNode } from 'react';

/** What has just appeared and is to be read next: the keyboard and the screen reader go there. */
export function Focused({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <div ref={element} tabIndex={-1}>
      {children}
    </div>
  );
}
