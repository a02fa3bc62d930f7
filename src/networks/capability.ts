import type { Id } from '../kit/ids.ts'

/** Something one can do, in a network's own words: its place in the tree, the other words people use for it, and perhaps a code. */
export type Capability = {
  readonly id: Id<'capability'>
  readonly parent?: Id<'capability'>
  readonly title: string
  readonly code?: string
  readonly codeScheme?: string
  readonly synonyms: readonly string[]
  readonly retiredAt?: Date
}

/** More would be a dictionary, and no page could show it. */
export const MOST_CAPABILITIES = 20_000
export const MOST_SYNONYMS = 30

export type Branch = Capability & { readonly narrower: readonly Branch[] }

/** The vocabulary as families, each in the order it was given. */
export function asTree(capabilities: readonly Capability[]): readonly Branch[] {
  const below = Map.groupBy(capabilities, (one) => one.parent)
  const grow = (parent: Id<'capability'> | undefined): readonly Branch[] => (below.get(parent) ?? []).map((one) => ({ ...one, narrower: grow(one.id) }))
  return grow(undefined)
}

/** Whether placing `moved` below `parent` would make it its own ancestor. */
export function wouldGoRound(capabilities: readonly Capability[], moved: Id<'capability'>, parent: Id<'capability'> | undefined): boolean {
  const parentOf = new Map(capabilities.map((one) => [one.id, one.parent]))
  const above = (id: Id<'capability'> | undefined): boolean => id !== undefined && (id === moved || above(parentOf.get(id)))
  return above(parent)
}

/** "A > B > C", as it is written in a table. */
export function pathOf(capabilities: ReadonlyMap<Id<'capability'>, Capability>, one: Capability): string {
  const parent = one.parent && capabilities.get(one.parent)
  return parent ? `${pathOf(capabilities, parent)} > ${one.title}` : one.title
}

/** Other words, as typed: separated by commas, semicolons, bars or lines; each once. */
export function synonymsOf(written: string): readonly string[] {
  const words = written.split(/[,;|\n]/).map((word) => word.trim()).filter(Boolean)
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()]
}
