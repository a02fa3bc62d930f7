/**
 * An answer to one of the four questions, and what a reading of it says. Everything here is plain
 * data, so a page can show it, a server can send it and a person can disagree with it.
 *
 * Question 1: what needs to be done? 2: what can others do for us? 3: what can we do better than
 * anyone we know? 4: what can only we do?
 */
export type Question = 1 | 2 | 3 | 4

export const LEVELS = ['vague', 'getting there', 'clear', 'convincing'] as const
export type Level = (typeof LEVELS)[number]

/** What stands behind the claims of this answer. Pass only what belongs to the question. */
export type Proof = {
  readonly kind: 'job' | 'recommendation' | 'certificate' | 'figure'
  readonly about?: string
  /** Run out or long ago: it still counts as something, but does not make an answer convincing. */
  readonly old?: boolean
}

/** What another member of the circle claims, as far as the viewer may see it. One row per claim. */
export type PeerClaim = {
  readonly about: string
  /** Synonyms from the network's vocabulary. */
  readonly alsoCalled?: readonly string[]
  readonly strength: 'can' | 'best' | 'only'
  readonly proven: boolean
}

/** What is known beside the words. Everything may be left out. */
export type Context = {
  readonly proof?: readonly Proof[]
  readonly peers?: readonly PeerClaim[]
}

/** From `start` up to, not including, `end`; UTF-16 units, as `text.slice(start, end)` counts. */
export type Range = { readonly start: number; readonly end: number }

/** What a note is about. `ranges` is never empty; a note about the whole answer has one range. */
export type Note = { readonly ranges: readonly Range[]; readonly words: readonly string[] } & NoteKind

export type NoteKind =
  | { readonly kind: 'empty' }
  | { readonly kind: 'anyone-could-say' }
  | { readonly kind: 'says-little' }
  | { readonly kind: 'list-of-words' }
  | { readonly kind: 'other-language' }
  | { readonly kind: 'shouting' }
  | { readonly kind: 'too-long'; readonly letters: number; readonly enough: number }
  | { readonly kind: 'empty-number' }
  | { readonly kind: 'vague-amount' }
  | { readonly kind: 'no-fact'; readonly missing: readonly FactKind[] }
  | { readonly kind: 'no-audience' }
  | { readonly kind: 'no-proof' }
  | { readonly kind: 'old-proof' }
  | { readonly kind: 'others-say-only'; readonly others: number; readonly proven: number }
  | { readonly kind: 'others-can-too'; readonly others: number; readonly proven: number }
  | { readonly kind: 'others-say-best'; readonly others: number; readonly proven: number }
  | { readonly kind: 'compared-with-nobody' }
  | { readonly kind: 'not-said-only' }
  | { readonly kind: 'nothing-sought' }
  | { readonly kind: 'no-amount' }
  | { readonly kind: 'no-date' }
  | { readonly kind: 'no-place' }
  | { readonly kind: 'no-terms' }
  | { readonly kind: 'no-need' }
  | { readonly kind: 'no-ask' }

export type FactKind = 'number' | 'money' | 'date' | 'place' | 'name' | 'credential'
export type Fact = Range & { readonly kind: FactKind }

/** One rule that bore on the level: it raised it by so many points, or held it at a level. */
export type Because =
  | { readonly rule: Mark; readonly effect: 'raised'; readonly points: number }
  | { readonly rule: Hold; readonly effect: 'held'; readonly at: Level }

/** Good signs an answer can carry. */
export type Mark =
  | 'something named' | 'more named' | 'much named' | 'audience' | 'place' | 'number' | 'more numbers' | 'money' | 'date' | 'name'
  | 'effect' | 'compared' | 'only' | 'track record' | 'long track record' | 'proof' | 'old proof'
  | 'need' | 'what it takes' | 'sought' | 'terms'

/** Reasons an answer stays where it is, whatever its points. */
export type Hold =
  | 'says little' | 'no fact' | 'list of words' | 'mostly anyone’s words' | 'no proof' | 'others say only' | 'others can too'
  | 'others say best' | 'not said only' | 'not said what it takes' | 'no terms'

export type Reading = {
  readonly level: Level
  readonly notes: readonly Note[]
  readonly why: readonly Because[]
  readonly facts: readonly Fact[]
}
