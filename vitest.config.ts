import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The harnesses that ask every route, and the walks past every page, take longest: begun first, they do not keep one worker busy when the other is done. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => (/\/src\/entry\/|\/journeys\/pages-of-|kill-house/.test(moduleId) ? 0 : 1)
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'engine', include: ['engine/**/*.test.ts'], environment: 'node', maxWorkers: 2 } },
      { test: { name: 'town', include: ['town/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'scripts', include: ['scripts/**/*.test.ts'], environment: 'node', maxWorkers: 2 } },
      {
        test: {
          name: 'rooms', include: ['src/**/*.test.{ts,tsx}'], environment: 'node', globalSetup: ['src/kit/testing/cluster.ts'],
          testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, retry: process.env.CI ? 1 : 0, // a machine that does much else at once is asked twice before it fails a change
          isolate: false, // every file has a database of its own; reading the sources anew for each took a third of the time
        },
      },
      {
        test: {
          name: 'journeys', include: ['journeys/**/*.journey.ts'], environment: 'node', globalSetup: ['journeys/harness/setup.ts'], isolate: false, // every file has a house of its own
          testTimeout: 600_000, hookTimeout: 120_000, maxWorkers: 2, retry: process.env.CI ? 1 : 0, // a hung page must end some day; no journey is judged by its time
        },
      },
    ],
  },
})
