import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { applyTheme } from './theme/theme';

applyTheme();

const container = document.getElementById('explorer');
if (!container) throw new Error('Expected an element with the id "explorer" in the page, but got none.');

createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
