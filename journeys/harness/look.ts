import axe from 'axe-core'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }
type Axed = { readonly axe?: { run(part: Document, options: object): Promise<{ violations: Violation[] }> } }

/**
 * What axe finds wrong with the page as it looks now, a line for each, with the part it means. Our pages hold no other pages, so axe is asked
 * itself; the ways round frames of its companion for browsers took three times as long as looking.
 */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(atRest)
  if (!(await page.evaluate(() => 'axe' in window))) await bringAxe(page)
  const violations = await page.evaluate((options) => (window as unknown as Axed).axe?.run(document, options).then((found) => found.violations), { runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] }) // put there just now
  if (!violations) throw new Error(`axe did not look at ${page.url()}.`)
  return violations.flatMap(inWords)
}

/** What fades in has colours of its own meanwhile. What turns for ever, such as the sign of work under way, is not waited for. */
async function atRest(): Promise<void> {
  await Promise.allSettled(document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished))
}

/** As a script, which Chromium remembers having read on the page before; what is evaluated through Playwright it reads anew. */
async function bringAxe(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Runtime.evaluate', { expression: axe.source })
  await devtools.detach()
}

function inWords({ id, help, nodes }: Violation): readonly string[] {
  return nodes.map((node) => `${id}: ${help} (${node.target.join(' ')}) ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
}

/** Parts that stick out at the right, so that one would have to scroll sideways. Tables may scroll within their own frame. */
export function stickingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= wide) return []
    return [...document.querySelectorAll('body *')].filter((part) => part.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && part.getBoundingClientRect().right > wide + 1).slice(0, 5)
      .map((part) => `${part.tagName.toLowerCase()}.${String(part.className).split(' ').join('.')} ends at ${Math.round(part.getBoundingClientRect().right)} of ${wide}`)
  })
}

export type Link = { readonly path: string; /** It asks for a page of its own, not one put into this. */ readonly afresh: boolean }

/** Every address of this house that the page links to, without what comes after # . */
export function linksOn(page: Page): Promise<readonly Link[]> {
  return page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement)).filter((link) => link.origin === location.origin && !link.download).map((link) => ({ path: link.pathname + link.search, afresh: link.closest('[data-turbo=false]') !== null })))
}
