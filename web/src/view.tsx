import { use, type ComponentType } from 'react';
import { loadMessages } from './i18n/catalog';
import { localeOfPath } from './i18n/locale';

/** A page whose code is loaded when it is opened. */
export interface View {
  Page: ComponentType;
  /** Loads it with its messages; then it is shown at once. */
  load: () => Promise<unknown>;
}

/** Declares one: `view(() => import('./pages/home'))`. It suspends until it is there. */
export function view(importPage: () => Promise<{ default: ComponentType }>): View {
  let loading: Promise<ComponentType> | undefined;
  let Known: ComponentType | undefined;
  const read = async () => {
    const { default: Page } = await importPage();
    await loadMessages(localeOfPath(location.pathname));
    return (Known = Page);
  };
  const load = () => (loading ??= read());
  // What lazy() of React does, but it shows nothing else before a page that is there already.
  function Page() {
    const Shown = Known ?? use(load());
    return <Shown />;
  }
  return { Page, load };
}
