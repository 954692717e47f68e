import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumLaunch } from './chromium-launch.ts';
import type { Notice, Reply, StoreCall, StoreCalls } from './page/store-calls.ts';

type Listener = (notice: Notice) => void;

/** A tab or a worker in which stores can be opened. */
export interface Context {
  readonly name: string;
  call<Method extends keyof StoreCalls>(
    method: Method,
    ...args: Parameters<StoreCalls[Method]>
  ): ReturnType<StoreCalls[Method]>;
  /** Listens to what is told without being asked; returns how to stop. */
  listen(listener: Listener): () => void;
}

/** A Chromium with a profile on disk. */
export interface OpenBrowser {
  /** Opens a tab, which has a worker too. */
  openTab(name: string): Promise<{ readonly tab: Context; readonly worker: Context }>;
  /** Ends all of the browser's processes as a power cut would: at once, without a word to any of them. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** A directory for a profile, and how to remove it. */
export async function makeProfile(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ambit-profile-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}

/** Starts Chromium on a profile; `url` is where the page of the tests is served. */
export async function openBrowser(profile: string, url: string): Promise<OpenBrowser> {
  const context = await chromium.launchPersistentContext(profile, chromiumLaunch());
  return {
    openTab: (name) => openTab(context, url, name),
    kill: () => killBrowser(context),
    close: () => context.close(),
  };
}

async function openTab(context: BrowserContext, url: string, name: string) {
  const page = await context.newPage();
  const listeners = new Set<Listener>();
  await page.exposeFunction('ambitTell', (notice: Notice) => {
    for (const listener of listeners) listener(notice);
  });
  await page.goto(url);
  await page.waitForFunction(() => 'ambitCall' in window);
  const listen = (listener: Listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const make = (where: 'tab' | 'worker'): Context => ({
    name: `${where} ${name}`,
    call: (method, ...args) => ask(page, where, { method, args } as StoreCall) as never,
    listen,
  });
  return { tab: make('tab'), worker: make('worker') };
}

async function ask(page: Page, where: 'tab' | 'worker', call: StoreCall): Promise<unknown> {
  // Typed by hand: Playwright's own type of what can cross the border is too deep for a call.
  const request: unknown = [where, call];
  const reply = (await page.evaluate((asked: unknown) => {
    const [place, what] = asked as ['tab' | 'worker', StoreCall];
    return window.ambitCall(place, what);
  }, request)) as Reply;
  if ('value' in reply) return reply.value;
  throw Object.assign(new Error(reply.message), { code: reply.code });
}

/** Ends all processes of a browser at once, without a word to any of them. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (browser === null) throw new Error('Playwright does not say which browser this is');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('The browser does not say which process it is');
  const gone = new Promise((resolve) => {
    context.once('close', resolve);
  });
  // Playwright starts the browser as the leader of a process group of its own.
  process.kill(-main.id, 'SIGKILL');
  await gone;
}
