import type { Cells } from './shape.ts'

/** `partners` in cells are names; `parties` are all who are in it. */
export type KnownJob = { readonly id: string; readonly organisation: string; readonly cells: Cells; readonly parties: readonly string[]; readonly leads: readonly string[] }

/** The ways in which a row can be known as one job of this member: by its own number first. */
export function keysOf(organisation: string, cells: Cells): readonly [string, ...string[]] {
  const words = `${organisation} ${cells['finishedOn'] ?? ''} ${(cells['what'] ?? '').toLowerCase()}`
  return cells['reference'] ? [`${organisation} number ${cells['reference'].toLowerCase()}`, words] : [words]
}

type Found = { /** By our own id. */ readonly mine?: KnownJob; readonly found?: KnownJob }

/** Finds the job a row is about. Two with numbers of their own are two, however alike they sound. */
export function findJob(jobs: readonly KnownJob[]): (organisation: string, said: Cells) => Found {
  const byId = new Map(jobs.map((one) => [one.id, one]))
  const byKey = new Map(jobs.toReversed().flatMap((one) => keysOf(one.organisation, one.cells).map((key) => [key, one] as const)))
  return (organisation, said) => {
    const mine = said['id'] ? byId.get(said['id']) : undefined
    if (mine) return { mine, found: mine }
    const keys = keysOf(organisation, said)
    const alike = keys.map((key) => byKey.get(key)).find((one) => one !== undefined)
    const another = alike && said['reference'] && alike.cells['reference'] && alike.cells['reference'].toLowerCase() !== said['reference'].toLowerCase()
    return another ? {} : { found: alike }
  }
}
