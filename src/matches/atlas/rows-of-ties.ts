import type { TieRow } from '../../../engine/index.ts'
import type { Tie } from '../../partnerships/index.ts'

/**
 * The engine's row of a tie. The two always know of it. Others do as far as both sides show it: the narrower decides, and where a side
 * shows it to its partners, it is those that it counts as partners itself.
 */
export function rowOfTie(tie: Tie, partnersOf: (organisation: string) => readonly string[]): TieRow {
  const shared = { is: 'tie' as const, id: `${tie.kind}:${tie.id}`, between: tie.between, weight: tie.weight }
  if (tie.shows.every((word) => word === 'anyone')) return { ...shared, sight: 'anyone' }
  if (tie.shows.every((word) => word === 'anyone' || word === 'network')) return { ...shared, sight: 'network' }
  return { ...shared, sight: 'only_us', sharedWith: [...tie.between, ...others(tie, partnersOf)] }
}

/** What ties two organisations, by the id of its row. */
export const kindOfTie = (id: string): string => id.split(':')[0] ?? ''

function others({ between, shows }: Tie, partnersOf: (organisation: string) => readonly string[]): readonly string[] {
  if (shows.includes('only_us')) return []
  const asked = between.filter((_, side) => shows[side] === 'partners').map(partnersOf)
  const [first = [], ...rest] = asked
  return first.filter((one) => rest.every((list) => list.includes(one)))
}
