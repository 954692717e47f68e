import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { compose } from './compose.ts';
import { keepPageOffline } from './offline.ts';
import { followTheme } from './theme.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the application');
followTheme();
createRoot(place).render(
  <StrictMode>
    <App services={compose()} />
  </StrictMode>,
);
// Once the page stands: it must not wait for its own copy.
if (import.meta.env.PROD) addEventListener('load', () => void keepPageOffline(), { once: true });
