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
          testTimeout: 30_000, hookTimeout: 60_000, maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys', include: ['journeys/**/*.journey.ts'], environment: 'node', globalSetup: ['journeys/harness/setup.ts'],
          testTimeout: 300_000, hookTimeout: 120_000, maxWorkers: 2, // a hung page must end some day; no journey is judged by its time
        },
      },
    ],
  },
})
