import type { Sight } from '../organisations/index.ts'
import { maySee, type Facts } from '../networks/index.ts'
import { mayEdit, type Keeping } from '../organisations/index.ts'

/** Owners and editors choose for their organisation; colleagues who only read may look. */
export const mayChooseFor = (keeping: Keeping): boolean => mayEdit(keeping)

/** A need belongs to the page it stands on: the narrower word decides. Others see it while it is open, in its own network. */
export function maySeeWant(page: Sight, want: { readonly word: Sight; readonly open: boolean }, facts: Facts & { readonly inItsNetwork: boolean }): boolean {
  if (!maySee(page, facts)) return false
  if (facts.ours) return true
  return want.open && facts.inItsNetwork && maySee(want.word, { ...facts, sharesNetwork: true, granted: false })
}
