import type { Sight } from '../organisations/index.ts'

/**
 * Sight is given, not taken. This is what its words mean; the scoped queries and row-level security must say exactly the same, and a
 * generated test holds all three together (decision 4).
 *
 *   only_us   staff of the owner, while they act for it; or whoever listed it, until it is claimed
 *   partners  also organisations the owner counts as partners
 *   network   also organisations in a network the owner is a member of, and the organisers of such a network
 *   anyone    also people who are not signed in
 *   a grant   one organisation more, for one part, with a reason, until it ends
 *
 * The house at work (delivering, importing, answering a link) sees all. Whoever hosts it does not, through the pages.
 */
export type Facts = {
  /** Acting for the owner as its staff today, or having listed it while nobody has claimed it. */
  readonly ours: boolean
  /** The owner counts the organisation acted for as partner, and has not taken that back. */
  readonly partner: boolean
  /** The owner is a member today of a network where the asker stands, as member by their organisation or as organiser. */
  readonly sharesNetwork: boolean
  /** The owner has shown this very part to the organisation acted for; the grant has begun, has not ended and was not withdrawn. */
  readonly granted: boolean
}

export function maySee(word: Sight, facts: Facts): boolean {
  if (facts.ours || facts.granted) return true
  switch (word) {
    case 'only_us': return false
    case 'partners': return facts.partner
    case 'network': return facts.partner || facts.sharesNetwork
    case 'anyone': return true
  }
}

/** Which parts of an organisation can be shown each to its own circle. Whoever is shown contact or place sees the page too. */
export const PARTS = ['page', 'contact', 'place'] as const
export type PartName = (typeof PARTS)[number]

/** Contact and place are never seen without the page they belong to: the narrower of the two decides. */
export function maySeePart(page: { word: Sight; facts: Facts }, part: { word: Sight; granted: boolean }): boolean {
  return maySee(page.word, page.facts) && maySee(part.word, { ...page.facts, granted: part.granted })
}

export type MemberFacts = {
  /** Acting for the member. */
  readonly own: boolean
  /** Organises this very network. */
  readonly organises: boolean
  /** Stands in this very network, as member or organiser. */
  readonly inCircle: boolean
  readonly partner: boolean
  /** The member has shown its page (or a part of it) to the organisation acted for. */
  readonly granted: boolean
}

/** A line of a member list: organisers see whom they let in, members see those whose page they may see, and one sees one's own history. */
export function maySeeMembership(word: Sight, current: boolean, facts: MemberFacts): boolean {
  if (facts.own || facts.organises) return true
  return current && facts.inCircle && maySee(word, { ours: false, partner: facts.partner, sharesNetwork: true, granted: facts.granted })
}

export function maySeeNetwork(listed: 'anyone' | 'members', inCircle: boolean): boolean {
  return listed === 'anyone' || inCircle
}
