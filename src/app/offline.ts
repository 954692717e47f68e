import { createStore } from 'zustand/vanilla';

/** How the copy of the page stands that works without a network. */
export const offline = createStore<{ readonly isNewVersionReady: boolean }>()(() => ({
  isNewVersionReady: false,
}));

let waiting: ServiceWorker | null = null;

/** Keeps the page for the next visit, with or without a network. Where a browser cannot, it is as any page. */
export async function keepPageOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register('./sw.js');
    watch(registration, registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') watch(registration, installing);
      });
    });
  } catch {
    // Private windows and some settings allow no service worker.
  }
}

/** Lets the new version take over, here and in all other tabs, and shows it. */
export function putNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage({ type: 'SKIP_WAITING' });
}

/** The first worker of a browser is no new version: nothing was there before. */
function watch(registration: ServiceWorkerRegistration, installed: ServiceWorker | null): void {
  if (installed === null || registration.active === null) return;
  waiting = installed;
  offline.setState({ isNewVersionReady: true });
}
