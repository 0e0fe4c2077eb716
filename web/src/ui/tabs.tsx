import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import css from './tabs.module.css';

export interface Tab {
  /** Unique among the tabs; what an address may keep. */
  id: string;
  label: ReactNode;
  panel: () => ReactNode;
}

export interface TabsProps {
  /** What the tabs choose between, for screen readers. */
  label: string;
  tabs: readonly Tab[];
  selected: string;
  onSelect: (id: string) => void;
  /** Whether the other panels are hidden in place of left out: what is typed in them stays. */
  keepsPanels?: boolean;
}

/** One of several panels at a time, as WAI-ARIA's practices have it: arrow keys, Home and End go from tab to tab. */
export function Tabs({ label, tabs, selected, onSelect, keepsPanels = false }: TabsProps) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const index = Math.max(
    0,
    tabs.findIndex(({ id }) => id === selected),
  );
  const current = tabs[index];

  const onKeyDown = (event: KeyboardEvent) => {
    const places: Record<string, number> = {
      ArrowRight: index + 1,
      ArrowLeft: index - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = tabs[((places[event.key] ?? NaN) + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };

  return (
    <div>
      <div ref={list} className={css.list} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${prefix}${tab.id}`}
            data-tab={tab.id}
            className={css.tab}
            aria-selected={tab === current}
            aria-controls={tab === current || keepsPanels ? `${prefix}panel-${tab.id}` : undefined}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs
        .filter((tab) => tab === current || keepsPanels)
        .map((tab) => (
          <div
            key={tab.id}
            className={css.panel}
            role="tabpanel"
            id={`${prefix}panel-${tab.id}`}
            aria-labelledby={`${prefix}${tab.id}`}
            hidden={tab !== current}
          >
            {tab.panel()}
          </div>
        ))}
    </div>
  );
}
