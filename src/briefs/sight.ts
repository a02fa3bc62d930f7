import { maySee, type Facts } from '../networks/index.ts'
import type { Sight } from '../organisations/index.ts'

/**
 * Who may see a brief. The scoped queries and row-level security must say exactly the same (decision 20); a test holds all three together.
 *
 *   our own people see it always, drafts too;
 *   nobody sees a draft, nor any brief whose network they may not find;
 *   whoever was shown it by a grant, or has shown interest in it, sees it from then on, withdrawn or not;
 *   others see it while it is not withdrawn, as far as its owner's page and its own word both allow: `network` is this very network.
 */
export type BriefFacts = {
  readonly ours: boolean
  readonly published: boolean
  readonly withdrawn: boolean
  readonly networkSeen: boolean
  readonly inNetwork: boolean
  readonly interested: boolean
  readonly granted: boolean
  readonly page: { readonly word: Sight; readonly facts: Facts }
}

export function maySeeBrief(word: Sight, facts: BriefFacts): boolean {
  if (facts.ours) return true
  if (!facts.published || !facts.networkSeen) return false
  if (facts.interested || facts.granted) return true
  if (facts.withdrawn || !maySee(facts.page.word, facts.page.facts)) return false
  return maySee(word, { ours: false, partner: facts.page.facts.partner, sharesNetwork: facts.inNetwork, granted: false })
}
