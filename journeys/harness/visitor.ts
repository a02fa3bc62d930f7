import type { Browser, BrowserContext, Page } from 'playwright-core'

/** How somebody comes: on a phone or at a desk, with or without script, in the light or the dark. `own` is for who will do more to their browser than walk about in it. */
export type Manner = { readonly phone?: boolean; readonly script?: boolean; readonly dark?: boolean; readonly still?: boolean; readonly own?: boolean }

export type Visitors = {
  /** Somebody new, with no cookies, and a first empty page. */
  arrive(manner?: Manner): Promise<Page>
  /** What went wrong in any page since this was last asked: script errors, breaches of the policy, answers of 500 and more. */
  faults(): readonly string[]
  /** From now on faults like this are part of the story. */
  expectFaults(like: RegExp): void
  /** Everybody goes home. */
  leave(): Promise<void>
  pages(): readonly Page[]
}

const DESK = { viewport: { width: 1280, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

type Seat = { readonly context: BrowserContext; readonly page: Page; readonly kind: string }

/**
 * People with browsers of their own, in one Chromium. Nothing that goes wrong in a page of theirs goes unseen. A context and its process cost
 * as much as five pages, so whoever comes later sits down where another left, with nothing of theirs there any more.
 */
export function visitorsIn(browser: Browser, address: string): Visitors {
  const taken = new Set<Seat>()
  const free: Seat[] = []
  let expected: RegExp[] = []
  let seen: string[] = []
  const fault = (words: string) => { if (!expected.some((like) => like.test(words))) seen.push(words) }

  const newSeat = async (kind: string, { phone, script = true }: Manner): Promise<Seat> => {
    const context = await browser.newContext({ ...(phone ? PHONE : DESK), baseURL: address, javaScriptEnabled: script, locale: 'en-GB', timezoneId: 'Europe/London' })
    context.setDefaultTimeout(30_000)
    watch(context, address, fault)
    return { context, page: await context.newPage(), kind }
  }

  return {
    async arrive(manner = {}) {
      const { phone = false, script = true, dark, still, own } = manner
      const kind = own ? '' : `${phone} ${script}`
      const place = free.findIndex((seat) => seat.kind === kind)
      const seat = place < 0 ? await newSeat(kind, manner) : free.splice(place, 1)[0] ?? missing()
      taken.add(seat)
      await seat.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: still ? 'reduce' : 'no-preference', media: 'screen' })
      return seat.page
    },
    faults() {
      const told = seen
      seen = []
      return told
    },
    expectFaults: (like) => { expected.push(like) },
    pages: () => [...taken].flatMap(({ context }) => context.pages()),
    async leave() {
      await Promise.all([...taken].map(async (seat) => { if (await wipe(seat)) free.push(seat); else await seat.context.close() }))
      taken.clear()
      expected = []
    },
  }
}

/** Leaves nothing of whoever sat here, in a page that does nothing; false where a new seat is the safer one. */
async function wipe({ context, page, kind }: Seat): Promise<boolean> {
  if (kind === '' || page.isClosed()) return false
  try {
    for (const other of context.pages()) if (other !== page) await other.close()
    await context.clearCookies()
    await page.goto('/health/live')
    await page.evaluate(() => { localStorage.clear(); sessionStorage.clear() })
    await page.setViewportSize(kind.startsWith('true') ? PHONE.viewport : DESK.viewport)
    return true
  } catch {
    return false // the house may be closed, or the page hang
  }
}

const THINGS = new Set(['stylesheet', 'script', 'font', 'image', 'manifest'])

function watch(context: BrowserContext, address: string, fault: (words: string) => void): void {
  context.on('weberror', (error) => fault(`script error: ${error.error().stack ?? error.error().message}`))
  context.on('console', (message) => {
    const { url } = message.location()
    if (message.type() !== 'error' || /^Failed to load resource/.test(message.text()) || (url && !url.startsWith(address))) return // what failed to load is judged below, by its answer
    fault(`console: ${message.text()} (${url})`)
  })
  context.on('response', (answer) => {
    if (!answer.url().startsWith(address)) return
    const tooBad = answer.status() >= 500 || (answer.status() >= 400 && THINGS.has(answer.request().resourceType()))
    if (tooBad) fault(`${answer.status()} for ${answer.request().method()} ${answer.url()}`)
  })
  void context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} stops ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`))
  })
}

function missing(): never {
  throw new Error('There was a seat a moment ago.')
}
