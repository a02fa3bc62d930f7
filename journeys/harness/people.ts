import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A password good enough for everybody here. */
export const PASSWORD = 'copper kettle by the weir'

/** Writes each answer into the field with that label. */
export async function write(page: Page | Locator, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) await page.getByLabel(label).first().fill(answer)
}

/** Presses a button that leads to another page, and is there when that page is. */
export function press(page: Page, name: string | RegExp, exact = false): Promise<void> {
  return moveOn(page, () => page.getByRole('button', { name, exact }).first().click())
}

/** Follows a link, and is there when its page is. */
export function follow(page: Page, name: string | RegExp): Promise<void> {
  return moveOn(page, () => page.getByRole('link', { name }).first().click())
}

const LOST_AFTER_MS = 25_000

/**
 * The page before must be gone first: with Turbo the old fields stand for a moment longer, and one would write into those. On a crowded
 * machine a press now and then never leaves the browser; as anybody would, one presses once more, and says so. Where anything was sent and
 * nothing came, that is the house's fault and no second press hides it.
 */
async function moveOn(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.locator('main').elementHandle()
  const gone = () => before.waitForElementState('hidden', { timeout: LOST_AFTER_MS }).then(() => true, (error: unknown) => !(error instanceof Error && error.name === 'TimeoutError')) // anything else says that the page was left whole
  let sent = false
  const note = () => { sent = true }
  page.on('request', note)
  try {
    await act()
    if (!(await gone())) {
      if (sent) throw new Error(`Something was sent from ${page.url()}, and no page came.`)
      process.stderr.write(`Pressed once more at ${page.url()}\n`)
      await act()
      if (!(await gone())) throw new Error(`Nothing came after two presses at ${page.url()}.`)
    }
  } finally {
    page.off('request', note)
  }
  await page.locator('main').waitFor()
}

/** Work goes on behind a page: asks for the page, without a browser's pains, until it says so. */
export async function until(page: Page, path: string, says: RegExp): Promise<void> {
  await expect.poll(async () => says.test(await (await page.request.get(path)).text()), { timeout: 60_000, interval: 250, message: `${path} never said ${says.source}` }).toBe(true)
}

export function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 1, name })
}

/** What stands in the box of a link to copy. */
export function linkIn(page: Page | Locator, label: string | RegExp): Promise<string> {
  return page.getByLabel(label).first().inputValue()
}

export type Host = { readonly name: string; readonly email: string; readonly network: string; readonly purpose: string }

export const MARGARET: Host = { name: 'Margaret Ellis', email: 'margaret@haverstow.example', network: 'Haverstow Makers', purpose: 'Workshops and studios along the river who pass work to each other.' }

/** First run, "start mine": ends on the page for inviting. */
export async function startMine(page: Page, host: Host = MARGARET): Promise<void> {
  await page.goto('/')
  await follow(page, 'Start mine')
  await write(page, { 'Your name': host.name, 'Your e-mail address': host.email, 'A password': PASSWORD, 'Its name': host.network, 'What it is for': host.purpose })
  await press(page, 'Start my network')
  await heading(page, 'Invite').waitFor()
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await write(page, { 'Your e-mail address': email, 'Your password': password })
  await press(page, 'Sign in', true)
}
