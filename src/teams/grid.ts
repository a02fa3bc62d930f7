import type { Part } from './team.ts'

/**
 * The grid of parts by members, and the sentences over it. A cell says how well a member covers a part: by fresh proof, by proof that
 * has aged, or by word only. Facts in, words out; it knows no database.
 */
export type Level = 'proven' | 'old proof' | 'claimed'
export type Covering = { readonly level: Level; readonly claim?: string; readonly proof?: string; readonly work?: string; readonly capability?: string }
/** By part, then by organisation. */
export type Covers = ReadonlyMap<string, ReadonlyMap<string, Covering>>

export type Cell = { readonly organisation: string; readonly covering?: Covering }
export type GridRow = {
  readonly part: Part
  readonly cells: readonly Cell[]
  /** The best of the team's covers; absent where it is a gap. */
  readonly level?: Level
  /** The one that all of this part rests on. */
  readonly restsOn?: string
  readonly says: string
}

export const LEVELS: readonly Level[] = ['proven', 'old proof', 'claimed']
export const LEVEL_WORD: Readonly<Record<Level, string>> = { proven: 'Proven', 'old proof': 'Old proof', claimed: 'Claimed' }

export function gridOf(parts: readonly Part[], members: readonly string[], covers: Covers): readonly GridRow[] {
  return parts.map((part) => {
    const cells = members.map((organisation): Cell => ({ organisation, covering: covers.get(part.id)?.get(organisation) }))
    const covering = cells.filter((cell) => cell.covering)
    const level = LEVELS.find((one) => covering.some((cell) => cell.covering?.level === one))
    return { part, cells, level, restsOn: covering.length === 1 ? covering[0]?.organisation : undefined, says: coverInWords(covering) }
  })
}

/** "Proven by 1, claimed by 2", or that it is a gap. */
function coverInWords(covering: readonly Cell[]): string {
  const said = LEVELS.flatMap((level) => {
    const count = covering.filter((cell) => cell.covering?.level === level).length
    return count > 0 ? [`${LEVEL_WORD[level].toLowerCase()} by ${count}`] : []
  }).join(', ')
  return said === '' ? 'Gap: no one yet' : said.charAt(0).toUpperCase() + said.slice(1)
}

export type Tally = { readonly parts: number; readonly proven: number; readonly old: number; readonly claimed: number; readonly gaps: number; readonly alone: number }

export function tallyOf(rows: readonly GridRow[]): Tally {
  const count = (test: (row: GridRow) => boolean) => rows.filter(test).length
  return {
    parts: rows.length, proven: count((row) => row.level === 'proven'), old: count((row) => row.level === 'old proof'), claimed: count((row) => row.level === 'claimed'),
    gaps: count((row) => row.level === undefined), alone: count((row) => row.restsOn !== undefined),
  }
}

export const ALL_OF_IT = 'This team can do all of it, and here is the proof.'

/** The line over the grid. It settles into one sentence once nothing is open and everything is proven. */
export function coverLine(rows: readonly GridRow[], members = 2): string {
  const { parts, proven, old, claimed, gaps, alone } = tallyOf(rows)
  if (parts === 0) return 'No parts yet.'
  if (gaps === 0 && proven === parts) return ALL_OF_IT
  const rest = [
    old > 0 && `${old} old proof`, claimed > 0 && `${claimed} claimed`, gaps > 0 && (gaps === 1 ? '1 gap' : `${gaps} gaps`),
    alone > 0 && members > 1 && (alone === 1 ? '1 rests on one organisation' : `${alone} rest on one organisation`),
  ].filter((one) => one !== false)
  return `Cover: ${[`${proven} of ${parts} proven`, ...rest].join(', ')}.`
}

/** What falls open, and what is left to word only, once a member goes. */
export type Falls = { readonly opens: readonly Part[]; readonly weakens: readonly { readonly part: Part; readonly from: Level; readonly to: Level }[] }

export function fallsWithout(parts: readonly Part[], members: readonly string[], covers: Covers, leaving: string): Falls {
  const before = gridOf(parts, members, covers), after = gridOf(parts, members.filter((one) => one !== leaving), covers)
  const opens: Part[] = [], weakens: { part: Part; from: Level; to: Level }[] = []
  for (const [at, row] of before.entries()) {
    const level = after[at]?.level
    if (row.level && !level) opens.push(row.part)
    else if (row.level && level && row.level !== level) weakens.push({ part: row.part, from: row.level, to: level })
  }
  return { opens, weakens }
}

/** What has come to be covered between two looks at a team, to be read aloud after a change: "Certification: now covered by Pennock." */
export function newlyCovered(before: readonly GridRow[], after: readonly GridRow[]): readonly GridRow[] {
  const open = new Set(before.filter((row) => !row.level).map((row) => row.part.id))
  return after.filter((row) => row.level && open.has(row.part.id))
}

/** Columns up to here; beyond, one list per part. */
export const MOST_COLUMNS = 7
