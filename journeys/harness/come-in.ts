import type { BrowserContext, Page } from 'playwright-core'
import type { Mailbox } from './mailbox.ts'
import { PASSWORD } from './people.ts'

// Whose story is not about the door comes in through it unseen: the same forms are sent, without looking at their pages first. How the
// doors look and feel is the story of sign-in, start and the walks.

/** One of the example town's first characters, then at this address; nowhere yet if there is none. */
export async function be(page: Page, name: string, at?: string): Promise<Page> {
  const characters = await (await page.request.get('/welcome/characters')).text()
  const [, person] = new RegExp(`name="person" value="([^"]+)"(?:(?!<form)[^])*>Be ${name}<`).exec(characters) ?? []
  if (!person) throw new Error(`Nobody called ${name} is among the characters.`)
  await send(page, '/welcome/characters', { person })
  if (at) await page.goto(at)
  return page
}

/** With a password, then at this address. */
export function comeIn(page: Page, email: string, at?: string): Promise<Page> {
  return onceKnown(page, email, at, () => send(page, '/sign-in', { email, password: PASSWORD }))
}

/** With a link in their mail, then at this address. */
export function comeInByLetter(page: Page, mailbox: Mailbox, email: string, at?: string): Promise<Page> {
  return onceKnown(page, email, at, async () => {
    const asked = await page.request.post('/sign-in/link', { form: { email }, headers: FROM_OUR_PAGE })
    if (asked.status() !== 201) throw new Error(`${email} asked for a link and was answered ${asked.status()}.`)
    for (;;) {
      const { subject, link } = await mailbox.next(email)
      if (/sign/i.test(subject)) return send(page, new URL(link).pathname, {})
    }
  })
}

const FROM_OUR_PAGE = { 'Sec-Fetch-Site': 'same-origin' }

async function send(page: Page, path: string, form: Record<string, string>): Promise<void> {
  const answer = await page.request.post(path, { form, headers: FROM_OUR_PAGE, maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`${path} answered ${answer.status()}:\n${(await answer.text()).slice(0, 1500)}`)
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
const kept = new Map<string, Cookies>()

/** The browser of somebody who has been here before still knows them, unless their session was ended meanwhile. */
async function onceKnown(page: Page, email: string, at: string | undefined, enter: () => Promise<void>): Promise<Page> {
  const { origin } = new URL((await page.request.get('/health/live')).url())
  const who = `${email} at ${origin}`
  const cookies = kept.get(who)
  if (cookies) await page.context().addCookies(cookies)
  if (!cookies || (await page.request.get('/account', { maxRedirects: 0 })).status() !== 200) await enter()
  kept.set(who, await page.context().cookies())
  if (at) await page.goto(at)
  return page
}
