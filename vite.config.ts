import { defineConfig } from 'vitest/config';

/** What .ci/run counts the tests from; `npm ci` clears it, so it is never an old run's. */
const CI_RESULTS = 'node_modules/.cache/ambit/test-results.json';

export default defineConfig({
  test: {
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: CI_RESULTS }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/architecture.test.ts'],
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
    ],
  },
});
