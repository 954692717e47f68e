import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppShell } from './app-shell.tsx';
import { compose } from './compose.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the application');
createRoot(place).render(
  <StrictMode>
    <AppShell services={compose()} />
  </StrictMode>,
);
