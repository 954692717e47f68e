import { afterAll, beforeAll, inject } from 'vitest';
import { type Context, makeProfile, type OpenBrowser, openBrowser } from './open-browser.ts';

/** The tabs of one browser, each with a worker. */
export interface Contexts {
  readonly tabs: readonly [Context, ...Context[]];
  readonly workers: readonly [Context, ...Context[]];
}

/** Opens a browser with a profile on disk and some tabs for all tests of a file, and closes it in the end. */
export function shareContexts({ tabs }: { readonly tabs: number }): () => Contexts {
  let contexts: Contexts | undefined;
  const undo: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const profile = await makeProfile();
    undo.unshift(() => profile.remove());
    const browser = await openBrowser(profile.path, inject('pageUrl'));
    undo.unshift(() => browser.close());
    contexts = await openContexts(browser, tabs);
  });
  afterAll(async () => {
    for (const step of undo) await step();
  });
  return () => {
    if (contexts === undefined) throw new Error('The browser is not open yet');
    return contexts;
  };
}

/** Opens so many tabs. */
export async function openContexts(browser: OpenBrowser, tabs: number): Promise<Contexts> {
  const first = await browser.openTab('1');
  const others = await Promise.all(
    Array.from({ length: tabs - 1 }, (_, i) => browser.openTab(String(i + 2))),
  );
  return {
    tabs: [first.tab, ...others.map(({ tab }) => tab)],
    workers: [first.worker, ...others.map(({ worker }) => worker)],
  };
}
