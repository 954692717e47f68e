import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './test/browser/chromium-launch.ts';

/** What .ci/run counts the tests from; `npm ci` clears it, so it is never an old run's. */
const CI_RESULTS = 'node_modules/.cache/ambit/test-results.json';

export default defineConfig({
  // The page may be served from any path.
  base: './',
  plugins: [react()],
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
