import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the page of the browser tests is served. */
    pageUrl: string;
  }
}

/** Bundles the page of the browser tests as the product is bundled, and serves it on this machine only. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), 'ambit-page-'));
  const root = join(import.meta.dirname, 'page');
  const settings = { root, configFile: false, logLevel: 'warn' } as const;
  await build({ ...settings, build: { outDir, emptyOutDir: true }, worker: { format: 'es' } });
  const server = await preview({ ...settings, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('The page of the browser tests could not be served');
  project.provide('pageUrl', url);
  return async () => {
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
}
