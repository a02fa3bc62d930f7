import type { Page, Response } from 'playwright-core'
import { barriersOn, linksOn, stickingOut, type Link } from './look.ts'

/** Files, lists for programs, and doors that only count once. */
const PASSED_BY = /^\/(api|metrics|health\/|search\.json|sign-in\/elsewhere)|\/export\b|\.(json|csv|pdf|vcf|ics|svg|graphml|atom|zip)(\?|$)/
/** Filters of a list make many addresses; this many views of each page are walked, more of them at night. */
const VIEWS = process.env.NIGHT ? 3 : 1

export type Walked = { readonly path: string; readonly wrong: readonly string[] }

type Wishes = {
  /** False stays on the pages given. */
  readonly onwards?: boolean
  /** Kinds of pages walked before, which need no second walk; those walked now are added. */
  readonly met?: Set<string>
}

/**
 * Walks one page of every kind that can be reached from here by links, and says what is wrong with each: an answer that is no page, a
 * missing or second main heading, barriers that axe finds wide in light and narrow in dark, parts that stick out at 320 px.
 */
export async function walkFrom(page: Page, starts: readonly string[], { onwards = true, met = new Set() }: Wishes = {}): Promise<readonly Walked[]> {
  const waiting: Link[] = starts.map((path) => ({ path, afresh: false }))
  const walked: Walked[] = []
  for (let link = waiting.shift(); link; link = waiting.shift()) {
    const { path } = link
    const [kind = ''] = kindOf(path).split('?')
    if (PASSED_BY.test(path) || met.has(kindOf(path)) || [...met].filter((one) => one.startsWith(`${kind}?`)).length >= VIEWS) continue
    met.add(kindOf(path))
    walked.push({ path, wrong: await wrongOn(page, link) })
    if (onwards) waiting.push(...await linksOn(page))
  }
  return walked
}

/** Wide in light and narrow in dark: every rule meets both themes and both widths, in half the time of all four. */
async function wrongOn(page: Page, link: Link): Promise<readonly string[]> {
  await wear(page, 'light', 1280, 900)
  const status = await follow(page, link)
  const headings = await page.evaluate(() => document.querySelectorAll('h1').length)
  const wide = await barriersOn(page)
  await wear(page, 'dark', 390, 4000) // so tall that bars at the foot cover nothing: elsewhere one scrolls
  const narrow = await barriersOn(page)
  await wear(page, 'light', 320, 640)
  const out = await stickingOut(page)
  return [
    // A page that says whom to act for first is a page too.
    ...([200, 403].includes(status) ? [] : [`answered ${status}`]), ...(headings === 1 ? [] : [`has ${headings} main headings`]),
    ...Object.entries({ 'wide, light': wide, 'narrow, dark': narrow, 'at 320 px': out }).flatMap(([where, lines]) => lines.map((line) => `${where}: ${line}`)),
  ]
}

/**
 * Follows a link as people do with script: the page that comes is put into the document that is there, where axe has been read and has warmed
 * up. Where Turbo finds that it cannot, and at night everywhere, a page is loaded afresh. Says what was answered.
 */
async function follow(page: Page, { path, afresh }: Link): Promise<number> {
  if (process.env.NIGHT || afresh || !(await page.evaluate(() => 'Turbo' in window))) return (await page.goto(path))?.status() ?? 0
  const answers: number[] = []
  const hear = (answer: Response) => { if (answer.headers()['content-type']?.startsWith('text/html')) answers.push(answer.status()) }
  const loaded = Promise.withResolvers<void>()
  const load = () => loaded.resolve()
  page.on('response', hear)
  page.on('load', load)
  const put = await page.evaluate(visit, path).catch((error: unknown) => { if (/context was destroyed/.test(String(error))) return false; throw error })
  if (!put) await loaded.promise
  page.off('load', load)
  page.off('response', hear)
  return answers.at(-1) ?? 0
}

/** In the page: whether the page that comes was put in; otherwise it is being loaded afresh. */
function visit(path: string): Promise<boolean> {
  return new Promise((done) => {
    document.addEventListener('turbo:load', () => done(true), { once: true })
    document.addEventListener('turbo:reload', () => done(false), { once: true });
    (window as unknown as { Turbo: { visit(to: string): void } }).Turbo.visit(path)
  })
}

async function wear(page: Page, colorScheme: 'light' | 'dark', width: number, height: number): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height })
}

/** Addresses that differ only in whom or what they are about are of one kind; questions count by their names. */
function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://house')
  const words = pathname.split('/').map((word) => (/^[0-9a-f]{8}-|^gh_|\d/.test(word) ? ':' : word))
  if ((words[1] === 'networks' && words[2] && words[2] !== 'new') || (words[1] === 'o' && words[2])) words[2] = ':'
  return `${words.join('/')}?${[...new Set(searchParams.keys())].sort().join('&')}`
}
