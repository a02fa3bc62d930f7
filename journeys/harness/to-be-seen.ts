import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

declare module 'vitest' {
  interface Matchers<R, T> {
    /** Waits until a person would see it. */
    toBeSeen(): Promise<R>
    /** Waits until it is no longer to be seen. */
    toBeGone(): Promise<R>
    /** Waits until the keyboard is there. */
    toHaveFocus(): Promise<R>
  }
}

const PATIENCE = 20_000

expect.extend({
  toBeSeen: (locator: Locator) => waits(locator, 'was never seen', () => locator.first().waitFor({ state: 'visible', timeout: PATIENCE })),
  toBeGone: (locator: Locator) => waits(locator, 'did not go', () => locator.first().waitFor({ state: 'hidden', timeout: PATIENCE })),
  toHaveFocus: (locator: Locator) => waits(locator, 'never had focus', async () => {
    await locator.page().waitForFunction((element) => element === document.activeElement, await locator.elementHandle({ timeout: PATIENCE }), { timeout: PATIENCE })
  }),
})

async function waits(locator: Locator, otherwise: string, wait: () => Promise<void>) {
  const pass = await wait().then(() => true, () => false)
  const page = locator.page()
  const seen = pass ? '' : (await page.locator('body').innerText().catch(() => '')).slice(0, 1500)
  return { pass, message: () => `${locator.toString()} ${otherwise} at ${page.url()}, which said:\n${seen}` }
}
