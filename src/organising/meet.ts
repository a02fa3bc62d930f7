import { friendlyPaths, type Atlas, type Viewer } from '../../engine/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { evidenceOf, findFriendlyPaths, inWords, withAtlas, type FriendlyPath } from '../matches/index.ts'
import { getNetworkTo, maySeeMembers } from '../networks/index.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { viewerOf } from './read-map.ts'

type Organisation = Id<'organisation'>
const MEMBER = 2

/**
 * How could these two meet? From one's own organisation it goes over one's own ties as well; between two others only over ties that
 * every member may see, so that asking about others tells nothing that they keep to themselves.
 */
export async function findMeeting(ctx: Ctx, slug: string, { from, to }: { from: Organisation; to: Organisation }): Promise<readonly FriendlyPath[]> {
  const network = await ctx.read((tx) => getNetworkTo(tx, slug, maySeeMembers))
  if (from === to) return []
  const names = await ctx.read((tx) => namesOfOrganisations(tx, [from, to]))
  if (names.size < 2) throw new NotFound()
  if (network.isMember && ctx.actor.organisation === from) return findFriendlyPaths(ctx, network.id, { from, to })
  const found = await withAtlas(ctx, network.id, (atlas) => between(atlas, viewerOf(atlas, ctx, network), from, to))
  const known = await ctx.read((tx) => namesOfOrganisations(tx, [...new Set(found.flatMap(({ steps }) => steps.flatMap((step) => [step.from, step.to])))] as Organisation[])) // ids of the atlas's organisations
  const named = (id: string) => ({ id: id as Organisation, name: known.get(id) ?? '' }) // likewise
  return found.filter(({ steps }) => steps.every((step) => known.has(step.from) && known.has(step.to))).map(({ introducer, steps }) => ({
    ...(introducer ? { introducer: named(introducer) } : {}),
    steps: steps.map((step) => ({ from: named(step.from), to: named(step.to), words: step.evidence.map((one) => inWords(one, named(step.from), named(step.to), ctx.actor.organisation ?? '')) })),
  }))
}

function between(atlas: Atlas, viewer: Viewer, from: string, to: string) {
  const [start, end] = [atlas.organisations.find(from), atlas.organisations.find(to)]
  if (start === undefined || end === undefined) return []
  const idOf = (node: number) => atlas.organisations.texts[node] ?? ''
  const sees = (node: number) => atlas.organisations.sees(viewer, node)
  if (!sees(start) || !sees(end)) return []
  return friendlyPaths(atlas.ties(MEMBER), start, end, { paths: 3, visible: (one, other) => sees(one) && sees(other), evidence: (one, other) => evidenceOf(atlas, viewer, idOf(one), idOf(other)) })
    .map((path) => ({ introducer: path.introducer === undefined ? undefined : idOf(path.introducer), steps: path.steps.map((step) => ({ from: idOf(step.from), to: idOf(step.to), evidence: step.evidence })) }))
}
