import { friendlyPaths, type Atlas, type Ties, type Viewer } from '../../../engine/index.ts'
import { asHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { namesOfOrganisations } from '../../organisations/index.ts'
import { withAtlas } from '../atlas/with-atlas.ts'
import { evidenceOf, inWords, type Evidence } from './evidence.ts'
import { loadOf } from './load.ts'

export type Named = { readonly id: Id<'organisation'>; readonly name: string }
export type PathStep = { readonly from: Named; readonly to: Named; /** What ties the two, in whole sentences. */ readonly words: readonly string[] }
/** Who could introduce us. Without an introducer the two know each other already. */
export type FriendlyPath = { readonly introducer?: Named; readonly steps: readonly PathStep[] }

type Wanted = { readonly from: Id<'organisation'>; readonly to: Id<'organisation'>; readonly most?: number }
type Found = { readonly introducer?: string; readonly steps: readonly { readonly from: string; readonly to: string; readonly evidence: readonly Evidence[] }[] }

const MEMBER = 2

/**
 * Up to three friendly paths from one organisation to another, over the ties that every member may see and our own. Whoever keeps its ties
 * to itself is not on them; whoever is asked a lot already stands further back. Every name is one the asker may see.
 */
export async function findFriendlyPaths(ctx: Ctx | Tx, network: Id<'network'>, { from, to, most = 3 }: Wanted): Promise<readonly FriendlyPath[]> {
  const paths = await findPathsToEach(ctx, network, { from, to: [to], most })
  return paths.get(to) ?? []
}

/** The same to several at once, for a list of suggestions. */
export async function findPathsToEach(ctx: Ctx | Tx, network: Id<'network'>, { from, to, most = 3 }: Omit<Wanted, 'to'> & { readonly to: readonly Id<'organisation'>[] }): Promise<ReadonlyMap<string, readonly FriendlyPath[]>> {
  const load = await asHouse(ctx).read((tx) => loadOf(tx, network))
  const found = await withAtlas(ctx, network, (atlas) => to.map((each): readonly [string, readonly Found[]] => [each, pathsIn(atlas, from, each, most, load)]))
  const ids = new Set(found.flatMap(([, paths]) => paths.flatMap(({ steps }) => steps.flatMap((step) => [step.from, step.to]))))
  const names = await ctx.read((tx) => namesOfOrganisations(tx, [...ids] as Id<'organisation'>[])) // ids of the atlas's organisations
  const named = (id: string): Named => ({ id: id as Id<'organisation'>, name: names.get(id) ?? '' }) // likewise
  return new Map(found.map(([each, paths]) => [each, paths.flatMap((path): FriendlyPath[] => {
    // A name the asker has lost sight of in the meantime takes its path with it.
    if (path.steps.some((step) => !names.has(step.from) || !names.has(step.to))) return []
    return [{ ...(path.introducer ? { introducer: named(path.introducer) } : {}), steps: path.steps.map((step) => ({ from: named(step.from), to: named(step.to), words: step.evidence.map((one) => inWords(one, named(step.from), named(step.to), from)) })) }]
  })]))
}

function pathsIn(atlas: Atlas, from: string, to: string, most: number, load: ReadonlyMap<string, number>): readonly Found[] {
  const [start, end] = [atlas.organisations.find(from), atlas.organisations.find(to)]
  const viewer = atlas.viewer(from)
  if (start === undefined || end === undefined || viewer.id === undefined || !atlas.organisations.sees(viewer, end)) return []
  const idOf = (number: number) => atlas.organisations.texts[number] ?? ''
  const paths = friendlyPaths(withOwnTies(atlas, viewer), start, end, {
    paths: most, load: (number) => load.get(idOf(number)) ?? 0, evidence: (one, other) => evidenceOf(atlas, viewer, idOf(one), idOf(other)),
    visible: (one, other) => atlas.organisations.sees(viewer, one) && atlas.organisations.sees(viewer, other),
  })
  return paths.map((path) => ({
    ...(path.introducer === undefined ? {} : { introducer: idOf(path.introducer) }),
    steps: path.steps.map((step) => ({ from: idOf(step.from), to: idOf(step.to), evidence: step.evidence })),
  }))
}

/** The ties every member sees, and in the asker's own row besides those that only the asker knows of, being one of the two. */
function withOwnTies(atlas: Atlas, viewer: Viewer): Ties {
  const ties = atlas.ties(MEMBER)
  const known = new Set(ties.targets.subarray(ties.offsets[viewer.number], ties.offsets[viewer.number + 1]))
  const own = new Map<number, number>()
  for (const row of atlas.tieRows.naming(viewer.id ?? '')) {
    const other = atlas.organisations.find(row.between[0] === viewer.id ? row.between[1] : row.between[0])
    if (other !== undefined && !known.has(other)) own.set(other, (own.get(other) ?? 0) + (row.weight ?? 1))
  }
  if (own.size === 0) return ties
  const at = ties.offsets[viewer.number + 1] ?? 0
  const offsets = ties.offsets.map((offset, i) => (i > viewer.number ? offset + own.size : offset))
  const targets = new Int32Array(ties.targets.length + own.size)
  const strengths = new Float32Array(ties.targets.length + own.size)
  targets.set(ties.targets.subarray(0, at))
  strengths.set(ties.strengths.subarray(0, at))
  targets.set([...own.keys()], at)
  strengths.set([...own.values()], at)
  targets.set(ties.targets.subarray(at), at + own.size)
  strengths.set(ties.strengths.subarray(at), at + own.size)
  return { size: ties.size, offsets, targets, strengths }
}
