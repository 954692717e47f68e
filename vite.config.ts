import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts', 'test/architecture.test.ts'],
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
