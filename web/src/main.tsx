import './ui/tokens.css';
import './ui/base.css';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { loadMessages } from './i18n/catalog';
import { localeOfPath } from './i18n/locale';
import { viewAt } from './routes';
import { applyTheme } from './theme/theme';

applyTheme();
const locale = localeOfPath(location.pathname);
document.documentElement.lang = locale; // The server has said so; the one for development has not.

const container = document.getElementById('explorer');
if (!container) throw new Error('Expected an element with the id "explorer" in the page, but got none.');

// The view with its texts is there soon, for the page names their files: nothing else is shown before it. Where one cannot be had, App says so.
const beginning = [loadMessages(locale), viewAt(location.pathname.slice(locale.length + 1) || '/').load()];
void Promise.allSettled(beginning).then(() => {
  const root = createRoot(container);
  // As a transition, so that React gives the processor back in between.
  startTransition(() =>
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
});
