import type { ReactNode } from 'react';
import { Callout } from '../ui';
import { Focused } from './focused';

/** That something was done. The button that did it may be gone, so the keyboard goes on from here. */
export function Done({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Focused>
      <Callout tone="good" live title={title}>
        {children}
      </Callout>
    </Focused>
  );
}
