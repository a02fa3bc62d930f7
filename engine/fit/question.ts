import type { Lens, Part, Place } from '../atlas/rows.ts'
import type { ListName, PartName } from './weights.ts'

/** Who completes us? Everything but the viewer may be left out. */
export type Question = {
  /** Organisation that asks. One the network does not know sees what a visitor sees. */
  readonly viewer?: string
  /** Asked by somebody of the network who is no member in particular, such as its organiser: sees what all members see. */
  readonly anyMember?: boolean
  /** Where distances are measured from. Without it, from the viewer's own place as its row says. */
  readonly from?: Place
  /** Why one looks. Default `gap`. */
  readonly lens?: Lens
  /** A brief by its id, or one in hand. */
  readonly brief?: string | BriefInHand
  /** What is wanted, in words. Without brief and words the viewer's own wants are asked for. */
  readonly want?: string
  /** The things asked for are wishes apart: whoever answers one of them wholly completes us, and is not measured by the others. */
  readonly anyOf?: boolean
  /** The day asked about, `2025-03-31`. Without it proof never grows old. */
  readonly on?: string
  /** Everybody, only those the viewer has not worked with, or only small ones. Default `all`. */
  readonly list?: ListName
  /** How many at most, 1 to 200. Default 20. */
  readonly limit?: number
  readonly filters?: Filters
  /** Share of the places kept for organisations with at most one past work, 0 to 0.5. Default 0.2. */
  readonly newcomerShare?: number
  /** How often each organisation was suggested lately. Among near equals those shown less come first. */
  readonly shown?: ReadonlyMap<string, number>
}

export type BriefInHand = { readonly text?: string; readonly tags?: readonly string[]; readonly parts?: readonly Part[]; readonly openToRivals?: boolean }

/** Hard limits: whoever does not keep them is not in the list, and no score can buy the way in. */
export type Filters = {
  readonly withinKm?: number
  readonly countries?: readonly string[]
  readonly regions?: readonly string[]
  readonly towns?: readonly string[]
  readonly kinds?: readonly string[]
  /** Holds this capability or one below it, by a claim or a past work. */
  readonly capability?: string
  /** Proof stands behind at least one thing asked for, or a finished work behind the organisation. */
  readonly proven?: boolean
  /** Leaves out those who say they have no capacity, or none yet on the day asked about. */
  readonly available?: boolean
  /** Days in which they should be free, both included; `available` then asks about these and not about the day itself. */
  readonly between?: { readonly from: string; readonly until: string }
  readonly leaveOut?: readonly string[]
}

export type Word = 'Good' | 'Possible' | 'Long shot'
export type ProofLevel = 'proven' | 'old proof' | 'claimed'

/** One thing asked for. `from` names the row it was read in, if any. */
export type Ask = {
  readonly id: string
  readonly text: string
  readonly capabilities: readonly string[]
  readonly must: boolean
  /** What of it is still uncovered: its weight, less what the viewer covers itself. */
  readonly weight: number
  readonly from?: { readonly is: 'brief' | 'want' | 'claim'; readonly id: string }
}

/** A fact that speaks for a fit, with the ids of the rows behind it. The application writes the sentence. */
export type Reason =
  | { readonly is: 'covers'; readonly ask: string; readonly capability: string; readonly level: ProofLevel; readonly claim?: string; readonly proof?: string; readonly work?: string }
  | { readonly is: 'similar-works'; readonly works: readonly string[] }
  | { readonly is: 'worked-together'; readonly times: number; readonly works: readonly string[] }
  | { readonly is: 'known-through-others' }
  | { readonly is: 'keeps-good-company' }
  | { readonly is: 'says-so' }
  | { readonly is: 'nearby'; readonly km?: number; readonly town?: string }
  | { readonly is: 'wants-what-you-bring'; readonly want: string; readonly capability?: string; readonly words?: readonly string[] }
  | { readonly is: 'newcomer' }

export type Caution =
  | { readonly is: 'only-claimed'; readonly ask: string; readonly capability: string; readonly claim: string }
  | { readonly is: 'old-proof'; readonly ask: string; readonly capability: string }
  | { readonly is: 'must-uncovered'; readonly ask: string }
  | { readonly is: 'rival' }
  | { readonly is: 'no-past-work' }
  | { readonly is: 'not-active-lately' }
  | { readonly is: 'capacity-unknown' }
  | { readonly is: 'far'; readonly km: number }

export type Fit = {
  readonly organisation: string
  readonly word: Word
  /** From 0 to 1, for ordering and tests; never shown to people. */
  readonly score: number
  /** What they bring us and what we bring them, from 0 to 1; `weBring` is missing when they have not said what they want. */
  readonly theyBring: number
  readonly weBring?: number
  readonly reasons: readonly Reason[]
  readonly cautions: readonly Caution[]
  /** The pieces of the score, each from 0 to 1: coverage of the asks, evidence from past works, and the parts of that evidence. */
  readonly pieces: { readonly coverage: number; readonly evidence: number; readonly parts: Readonly<Partial<Record<PartName, number>>> }
  /** Holds one of the places kept for newcomers. */
  readonly keptPlace: boolean
}

export type FitAnswer = {
  readonly fits: readonly Fit[]
  readonly asks: readonly Ask[]
  /** The version of the atlas that answered. */
  readonly version: number
  /** Why the list is empty, where there is more to say than that nobody fits. */
  readonly refused?: 'no-such-brief' | 'nothing-asked' | 'not-a-question'
}
