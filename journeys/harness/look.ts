import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }

/** What axe finds wrong with the page that was just opened, a line for each, with the part it means. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).options({ resultTypes: ['violations'] }).analyze()
  return violations.flatMap(inWords)
}

/** The same once more after its look has changed; axe is in the page already. */
export async function barriersNow(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate((options) => (window as unknown as { axe: { run: (part: Document, options: object) => Promise<{ violations: Violation[] }> } }).axe.run(document, options), { runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] }) // put there by barriersOn
  return violations.flatMap(inWords)
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

/** Every address of this house that the page links to, without what comes after # . */
export function linksOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...new Set([...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement)).filter((link) => link.origin === location.origin && !link.download).map((link) => link.pathname + link.search))])
}
