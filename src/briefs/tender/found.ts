import type { ValueBand } from '../../answers/index.ts'
import type { Need } from '../brief.ts'

/** What was read out of a tender: what the whole is about, and its parts, each to keep, change or drop. Nothing of it is believed unseen. */
export type Found = {
  readonly title?: string
  readonly says?: string
  readonly forWhom?: string
  readonly district?: string
  readonly answerBy?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly value?: ValueBand
  readonly source?: string
  readonly parts: readonly FoundPart[]
  /** How many more there were than one brief can have. */
  readonly left?: number
}

export type FoundPart = {
  readonly says: string
  /** The capability's name in the network's vocabulary, where one fits. */
  readonly wants?: string
  readonly need: Need
  readonly size?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly district?: string
  /** Whether it is ticked at first. What was found in running text, or where other things stand, is offered and not ticked. */
  readonly ticked: boolean
}

/** A file may hold several tenders: then each is kept, until one is chosen. */
export type FoundInFile = Found & { readonly each?: readonly Found[] }

/** The one that was chosen, by its place from 1; the only one there is; or none yet. */
export function chosenOf({ each = [], ...only }: FoundInFile, tender: string | undefined): Found | undefined {
  return each.length === 0 ? only : each[Number(tender) - 1]
}

/** The longest text that is read, in characters: about a hundred pages. */
export const MOST_TEXT = 200_000
