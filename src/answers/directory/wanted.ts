import type { Id } from '../../kit/ids.ts'
import { districtOf } from '../../organisations/index.ts'
import type { Capability } from '../../networks/index.ts'
import { STRENGTHS, type Strength } from '../claim.ts'

/** What somebody looks for in a directory, as its address says it: every view has an address, every filter can be taken away. */
export type Wanted = {
  readonly words: string
  /** What members should be able to do, as typed. */
  readonly can: string
  /** A postcode district (SP2) or area (SP), in capitals. */
  readonly place: string
  readonly free?: { readonly from: string; readonly until?: string }
  readonly proven: boolean
  readonly strength?: Strength
}

/** Reads what an address asks for. What cannot be read is passed over: a link with a slip in it still finds. */
export function readWanted(query: (name: string) => string | undefined): Wanted {
  const text = (name: string, most: number) => [...(query(name) ?? '').toWellFormed().replaceAll('\u0000', ' ').trim()].slice(0, most).join('')
  const from = dayIn(query('from')), until = dayIn(query('until'))
  return {
    words: text('words', 100), can: text('can', 120), place: placeIn(text('place', 12)), proven: query('proven') === 'yes',
    free: from ? { from, until: until && until >= from ? until : undefined } : undefined, strength: STRENGTHS.find((one) => one === query('strength')),
  }
}

/** The address of a search, with some of it changed. `undefined` takes a part away. */
export function queryOf(wanted: Wanted, more: Readonly<Record<string, string | undefined>> = {}): string {
  const all: Readonly<Record<string, string | undefined>> = {
    words: wanted.words, can: wanted.can, place: wanted.place, from: wanted.free?.from, until: wanted.free?.until, proven: wanted.proven ? 'yes' : undefined, strength: wanted.strength, ...more,
  }
  const query = new URLSearchParams(Object.entries(all).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))).toString()
  return query && `?${query}`
}

export const wantsAnything = (wanted: Wanted): boolean => queryOf(wanted) !== ''

/** The capability that goes by this name or is also called so. */
export function capabilityNamed(vocabulary: readonly Capability[], words: string): Capability | undefined {
  const sought = words.toLowerCase()
  return vocabulary.find((one) => one.title.toLowerCase() === sought) ?? vocabulary.find((one) => one.synonyms.some((synonym) => synonym.toLowerCase() === sought))
}

/** A capability and all that are narrower: whoever does foraged installations does flowers. */
export function withNarrower(vocabulary: readonly Capability[], tops: readonly Capability[]): readonly Id<'capability'>[] {
  const below = Map.groupBy(vocabulary, (one) => one.parent)
  const found = new Set<Id<'capability'>>()
  const walk = (one: Capability): void => {
    if (found.has(one.id)) return
    found.add(one.id)
    for (const narrower of below.get(one.id) ?? []) walk(narrower)
  }
  for (const top of tops) walk(top)
  return [...found]
}

/** Capabilities with a word in their name or in another word for it, and all narrower: "bridal" finds wedding flowers. */
export function capabilitiesSaying(vocabulary: readonly Capability[], word: string): readonly Id<'capability'>[] {
  return withNarrower(vocabulary, vocabulary.filter((one) => [one.title, ...one.synonyms].some((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)))))
}

export function wordsIn(words: string): readonly string[] {
  return words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)
}

function dayIn(text: string | undefined): string | undefined {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text) ? text : undefined
}

function placeIn(text: string): string {
  const tidy = text.toUpperCase().replaceAll(/\s+/g, '')
  return districtOf(tidy) ?? (/^[A-Z]{1,2}$/.test(tidy) ? tidy : '')
}
