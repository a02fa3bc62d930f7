import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildIfNeeded } from '../../scripts/build.ts'
import { findBrowser } from '../../scripts/find-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Chromium is that walks the journeys. */
    browser: string
    /** The folder where houses on their first day are made once and copied from. */
    kept: string
  }
}

/** Once before all journeys: the house is built, and a browser is found or brought. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildIfNeeded()
  project.provide('browser', await findBrowser())
  const kept = await mkdtemp(join(tmpdir(), 'guildhall-journey-kept-'))
  project.provide('kept', kept)
  return () => rm(kept, { recursive: true, force: true })
}
