import type { RowSight } from '../../../engine/index.ts'
import type { Sight } from '../../organisations/index.ts'

/**
 * How far a row of an organisation reaches in the atlas of one network. Whoever asks there is a member or an organiser of that network,
 * so `network` and `anyone` are seen by all of them. `partners` goes one way (the owner counts them), which the engine's own word for it
 * does not, so partners and grants are given to it as names. The owner always sees its own rows.
 */
export type Reach = { readonly sight: RowSight; readonly sharedWith: readonly string[] }

export type Circle = {
  /** Whom the owner counts as partners. */
  readonly partners: readonly string[]
  /** To whom it has shown its page, or a part of it. */
  readonly shown: readonly string[]
}

const WIDE: Reach = { sight: 'network', sharedWith: [] }
const OURS: Reach = { sight: 'only_us', sharedWith: [] }
const toNamed = (names: Iterable<string>): Reach => ({ sight: 'only_us', sharedWith: [...new Set(names)].sort() })

/** Whom the page itself reaches. One that rests is nobody's to find. */
export function reachOfPage(word: Sight, { partners, shown }: Circle, rests = false): Reach {
  if (rests) return OURS
  switch (word) {
    case 'anyone': return { sight: 'anyone', sharedWith: [] }
    case 'network': return WIDE
    case 'partners': return toNamed([...partners, ...shown])
    case 'only_us': return toNamed(shown)
  }
}

/**
 * Whom a row reaches that belongs to a page and has a word of its own: the narrower decides. Whoever is shown the page by a grant stands
 * here as a member does; a grant opens nothing that is only for us or partners (decision 11).
 */
export function reachOnPage(page: Reach, word: Sight, { partners }: Circle): Reach {
  switch (word) {
    case 'anyone': return page
    case 'network': return page.sight === 'anyone' ? WIDE : page
    case 'partners': return page.sight === 'only_us' ? toNamed(page.sharedWith.filter((one) => partners.includes(one))) : toNamed(partners)
    case 'only_us': return OURS
  }
}

/** Whether everybody whom one reaches is reached by the other too. */
export function reachesAll(wider: Reach, narrower: Reach): boolean {
  if (wider.sight !== 'only_us') return true
  return narrower.sight === 'only_us' && narrower.sharedWith.every((one) => wider.sharedWith.includes(one))
}

/** As the engine's rows carry it. */
export const seenBy = ({ sight, sharedWith }: Reach, owner: string) => ({ sight, owner, ...(sharedWith.length > 0 ? { sharedWith } : {}) })
