import type { Seen, Sight } from './rows.ts'

/**
 * Who is asking, as the atlas knows them. A visitor has no number and sees what `anyone` may see; a member sees what the
 * `network` may see too, what partners show their partners, and what was shared with it by name.
 */
export type Viewer = { readonly id: string | undefined; readonly number: number; readonly reach: Reach; readonly partners: ReadonlySet<string> }

/** Rows everybody of that reach sees: for a visitor those of `anyone`, for a member those of `network` besides. */
export type Reach = typeof VISITOR | typeof MEMBER
export const VISITOR = 1
export const MEMBER = 2

/** Sights as numbers, widest first; 0 is a row that has gone. A viewer sees every level up to its reach without a further look. */
export const LEVEL: Readonly<Record<Sight, number>> = { anyone: 1, network: 2, partners: 3, only_us: 4 }
export const GONE = 0
const SIGHTS: readonly Sight[] = ['only_us', 'anyone', 'network', 'partners', 'only_us']
export const sightOf = (level: number): Sight => SIGHTS[level] ?? 'only_us'

export const levelOf = (row: Seen): number => LEVEL[row.sight ?? 'network']

/** Whoever looks with the same eyes sees the same rows of one version of the network. */
export const eyesOf = ({ number, reach }: Viewer): string => `${number}/${reach}`

/** May this viewer see a row of that sight, owner and list of grants? The one rule; everything else asks it. */
export function maySee(viewer: Viewer, level: number, owner: string | undefined, sharedWith: readonly string[] | undefined): boolean {
  if (level === GONE) return false
  if (level <= viewer.reach) return true
  if (viewer.id === undefined || viewer.reach === VISITOR) return false
  if (viewer.id === owner) return true
  if (level === LEVEL.partners && owner !== undefined && viewer.partners.has(owner)) return true
  return sharedWith !== undefined && sharedWith.includes(viewer.id)
}

export const maySeeRow = (viewer: Viewer, row: Seen & { readonly organisation?: string }): boolean =>
  maySee(viewer, levelOf(row), row.owner ?? row.organisation, row.sharedWith)
