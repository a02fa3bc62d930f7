import { buildAtlas, type Atlas } from '../atlas/atlas.ts'
import type { WorkRow } from '../atlas/rows.ts'
import { MEMBER } from '../atlas/sight.ts'
import { megabytes, memoryInUse, ms, timed, timedEach } from './clockwork.ts'
import type { Network } from './networks.ts'

/** Builds the atlas, its ties, and makes changes; one line for the table. Invented rows are made in passing, so that time is taken off. */
export async function benchAtlas(network: Network): Promise<{ atlas: Atlas; line: string[] }> {
  const making = await timed(() => { for (const _ of network.rows()) { /* only the making is timed */ } })
  const before = memoryInUse()
  const built = await timed(() => buildAtlas(network.rows()))
  const kept = memoryInUse() - before
  const atlas = built.value
  const participations = atlas.works.members.values.length
  const ties = await timed(() => atlas.ties(MEMBER))
  const withTies = memoryInUse() - before
  const changed = await timedEach(someWorks(atlas), (put) => atlas.apply({ put }))
  const mended = await timed(() => atlas.ties(MEMBER))
  return {
    atlas,
    line: [network.name, participations.toLocaleString('en-GB'), ms(Math.max(0, built.processor - making.processor)), ms(ties.processor), megabytes(kept), megabytes(withTies), ms(changed.p50), ms(changed.p95), ms(mended.milliseconds)],
  }
}

export const ATLAS_HEAD = ['atlas', 'participations', 'build ms of processor', 'ties', 'memory', 'with ties', 'change p50 ms', 'p95', 'ties mended ms']

const someWorks = ({ works }: Atlas): WorkRow[] => Array.from({ length: Math.min(200, works.size) }, (_, i) => works.row(Math.floor((i * works.size) / 200))).filter(({ text }) => text !== '')
