import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumLaunch } from './chromium-launch.ts';
import { killBrowser, makeProfile } from './open-browser.ts';
import { serveApp } from './serve-app.ts';

/** A person's browser with the page as it is shipped. */
export interface AppVisit {
  readonly url: string;
  /** What the page complained about so far: errors and warnings, in any tab. */
  readonly complaints: readonly string[];
  openTab(address?: string): Promise<Page>;
  /** Ends the browser as a power cut would, and starts it anew on the same profile. */
  cutPower(): Promise<void>;
  leave(): Promise<void>;
}

/** Serves the page and starts a browser that has never seen it. */
export async function visitApp(): Promise<AppVisit> {
  const served = await serveApp();
  const profile = await makeProfile();
  const complaints: string[] = [];
  let context = await startBrowser(profile.path, complaints);
  return {
    url: served.url,
    complaints,
    openTab: async (address = served.url) => {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    cutPower: async () => {
      await killBrowser(context);
      context = await startBrowser(profile.path, complaints);
    },
    leave: async () => {
      await context.close();
      await profile.remove();
      await served.stop();
    },
  };
}

async function startBrowser(profile: string, complaints: string[]): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    ...chromiumLaunch(),
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // Everything is on this machine: what has not come by then does not come.
  context.setDefaultTimeout(10_000);
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return context;
}
