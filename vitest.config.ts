import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const serverOnly = fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url));

export default defineConfig({
  resolve: { alias: { 'server-only': serverOnly } },
  test: {
    maxWorkers: 2,
    restoreMocks: true,
    env: { NODE_ENV: 'test', TURNWISE_LOG_LEVEL: 'silent' },
    setupFiles: ['tests/setup/no-console-noise.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{app,lib,components,scripts,prisma}/**/*.test.{ts,tsx}',
            'tests/{layers,scenarios,properties,packages}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/setup/template-database.ts'],
          setupFiles: ['tests/setup/file-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          globalSetup: ['tests/setup/template-database.ts', 'tests/setup/built-pages.ts'],
          setupFiles: ['tests/setup/file-database.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/setup/built-pages.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'runtime',
          include: ['tests/runtime/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
