import type { CapabilityRow } from './rows.ts'
import { Shelf } from './shelf.ts'
import { labelOf, wordsOf } from './words.ts'

/** Longest run of words that is looked up as the name of a capability. */
const LONGEST_NAME = 5

/** The network's vocabulary: a tree of capabilities, each found by its name, its synonyms and its code. */
export class Vocabulary {
  readonly rows = new Shelf<CapabilityRow>((row) => [...(row.parent ? [`under ${row.parent}`] : []), ...namesOf(row).map((name) => `named ${name}`)])

  /** Capabilities whose name, synonym or code is said in this text, longest names first where they overlap. */
  saidIn(text: string): string[] {
    const words = wordsOf(text)
    const found = new Set<string>()
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
        const rows = this.rows.naming(`named ${words.slice(at, at + length).join(' ')}`)
        for (const row of rows) found.add(row.id)
        if (rows.length > 0) break
      }
    }
    return [...found]
  }

  /**
   * How far holding `held` answers a wish for `wanted`: 1 for the same or something narrower, half for the broader field
   * right above it, else 0. A tree that loops back on itself ends the climb.
   */
  answers(held: string, wanted: string): number {
    if (this.above(held, wanted)) return 1
    return this.rows.get(wanted)?.parent === held ? 0.5 : 0
  }

  /** This capability and everything below it. */
  within(wanted: string): string[] {
    const found = new Set([wanted])
    for (const id of found) for (const row of this.rows.naming(`under ${id}`)) found.add(row.id)
    return [...found]
  }

  private above(from: string, wanted: string): boolean {
    const passed = new Set<string>()
    for (let id: string | undefined = from; id !== undefined && !passed.has(id); id = this.rows.get(id)?.parent) {
      if (id === wanted) return true
      passed.add(id)
    }
    return false
  }
}

const namesOf = (row: CapabilityRow): string[] =>
  [...new Set([row.name, ...(row.synonyms ?? []), ...(row.code ? [row.code] : [])].map(labelOf))].filter((name) => name !== '')
