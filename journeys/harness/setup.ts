import type { TestProject } from 'vitest/node'
import { buildIfNeeded } from '../../scripts/build.ts'
import { findBrowser } from '../../scripts/find-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Chromium is that walks the journeys. */
    browser: string
  }
}

/** Once before all journeys: the house is built, and a browser is found or brought. */
export default async function setup(project: TestProject): Promise<void> {
  await buildIfNeeded()
  project.provide('browser', await findBrowser())
}
