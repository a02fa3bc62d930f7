import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'engine', include: ['engine/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'town', include: ['town/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'scripts', include: ['scripts/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'rooms', include: ['src/**/*.test.{ts,tsx}'], environment: 'node', globalSetup: ['src/kit/testing/cluster.ts'],
          testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, retry: process.env.CI ? 1 : 0, // a machine that does much else at once is asked twice before it fails a change
        },
      },
      {
        test: {
          name: 'journeys', include: ['journeys/**/*.journey.ts'], environment: 'node', globalSetup: ['journeys/harness/setup.ts'],
          testTimeout: 600_000, hookTimeout: 120_000, maxWorkers: 2, retry: process.env.CI ? 1 : 0, // a hung page must end some day; no journey is judged by its time
        },
      },
    ],
  },
})
