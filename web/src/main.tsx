import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { localeOfPath } from './i18n/locale';
import { applyTheme } from './theme/theme';

applyTheme();
document.documentElement.lang = localeOfPath(location.pathname); // The server has said so; the one for development has not.

const container = document.getElementById('explorer');
if (!container) throw new Error('Expected an element with the id "explorer" in the page, but got none.');

createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
