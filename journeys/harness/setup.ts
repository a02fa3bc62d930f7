import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { buildIfNeeded } from '../../scripts/build.ts'
import { BROWSER_FLAGS, findBrowser } from '../../scripts/find-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address at which the Chromium that walks the journeys takes orders. */
    browser: string
    /** The folder where houses on their first day are made once and copied from. */
    kept: string
  }
}

/** Once before all journeys: the house is built, and a browser is found or brought, and opened. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildIfNeeded()
  const browser = await chromium.launchServer({ executablePath: await findBrowser(), args: BROWSER_FLAGS })
  project.provide('browser', browser.wsEndpoint())
  const kept = await mkdtemp(join(tmpdir(), 'guildhall-journey-kept-'))
  project.provide('kept', kept)
  return async () => {
    await browser.close()
    await rm(kept, { recursive: true, force: true })
  }
}
