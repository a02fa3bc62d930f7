import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

/** How somebody comes: on a phone or at a desk, with or without script, in the light or the dark. */
export type Manner = { readonly phone?: boolean; readonly script?: boolean; readonly dark?: boolean; readonly still?: boolean }

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

const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

/** People with browsers of their own, in one Chromium. Nothing that goes wrong in a page of theirs goes unseen. */
export function visitorsIn(browser: Browser, address: string): Visitors {
  const contexts = new Set<BrowserContext>()
  let expected: RegExp[] = []
  let seen: string[] = []
  const fault = (words: string) => { if (!expected.some((like) => like.test(words))) seen.push(words) }

  return {
    async arrive({ phone, script = true, dark, still } = {}) {
      const context = await browser.newContext({
        ...(phone ? PHONE : DESK), baseURL: address, javaScriptEnabled: script, locale: 'en-GB', timezoneId: 'Europe/London',
        colorScheme: dark ? 'dark' : 'light', reducedMotion: still ? 'reduce' : 'no-preference',
      })
      context.setDefaultTimeout(30_000)
      contexts.add(context)
      watch(context, address, fault)
      return context.newPage()
    },
    faults() {
      const told = seen
      seen = []
      return told
    },
    expectFaults: (like) => { expected.push(like) },
    pages: () => [...contexts].flatMap((context) => context.pages()),
    async leave() {
      await Promise.all([...contexts].map((context) => context.close()))
      contexts.clear()
      expected = []
    },
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
