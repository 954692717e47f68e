import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './test/browser/chromium-launch.ts';

/** What .ci/run counts the tests from; `npm ci` clears it, so it is never an old run's. */
const CI_RESULTS = 'node_modules/.cache/ambit/test-results.json';

/** What the built page may load and run: only what it is shipped with. */
const POLICY = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** Writes the policy into the built page; the development server works by what it forbids. */
function shipPolicy(): Plugin {
  const content = Object.entries(POLICY)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
  return {
    name: 'ship-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' },
    ],
  };
}

/** A service worker that keeps the whole page, so that it opens without a network after the first visit. */
function keepOffline() {
  return VitePWA({
    // A new version waits until nobody works with the old one, or somebody asks for it.
    registerType: 'prompt',
    injectRegister: null,
    manifest: {
      name: 'Ambit',
      short_name: 'Ambit',
      description: 'Event storming with a model that runs, and an answer to who gets in whose way.',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f4f2ed',
      theme_color: '#faf9f6',
      icons: [
        { src: 'icons/ambit.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icons/ambit-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icons/ambit-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icons/ambit-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,html,svg,png,woff2,json}'],
      // The README's, not the page's.
      globIgnores: ['pictures/**'],
      clientsClaim: true,
      cleanupOutdatedCaches: true,
      inlineWorkboxRuntime: true,
    },
  });
}

export default defineConfig({
  // The page may be served from any path.
  base: './',
  plugins: [react(), shipPolicy(), keepOffline()],
  worker: { format: 'es' },
  // `npm run size` holds what is loaded first to a limit.
  // Every browser that has light-dark() preloads modules by itself.
  build: {
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    // The first that have light-dark(): written for older ones, a colour no longer follows where it is used.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  test: {
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: CI_RESULTS }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'test/unit/**/*.test.ts',
            'test/contract/**/*.test.ts',
            'test/browser/verify-soak.test.ts',
            'test/architecture.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'property',
          environment: 'node',
          include: ['test/property/**/*.test.ts'],
          testTimeout: 600_000,
        },
      },
      // Browsers come after the rest, one project after the other: what they measure should not wait for a processor.
      {
        // Seeds and sizes of the property tests come from the environment, which a browser does not have.
        define: { 'process.env': '{}' },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.browser.test.ts'],
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
            headless: true,
            screenshotFailures: false,
          },
        },
      },
      {
        test: {
          name: 'disk',
          environment: 'node',
          include: ['test/browser/**/*.disk.test.ts'],
          globalSetup: ['test/browser/serve-page.ts'],
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
