import { maySeeRow, type Atlas, type Viewer } from '../../engine/index.ts'
import { withNarrower } from '../answers/index.ts'
import { totalsOfIntroductionsIn, type IntroductionTotals } from '../introductions/index.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { withAtlas } from '../matches/index.ts'
import { countMembers, getNetworkTo, listCapabilities, mayTend, type Capability, type Network, type Place } from '../networks/index.ts'
import { countOutcomesIn } from '../outcomes/index.ts'
import { totalsOfReferralsIn, type Totals } from '../referrals/index.ts'
import { viewerOf } from './read-map.ts'
import { readKnown } from './map-store.ts'
import { linksOf, whoClaims } from './ties-seen.ts'
import { listJoinedSince, listUnanswered, listUnclaimed, type Somebody, type Unanswered } from './week-store.ts'

/** Something members ask for, and how many of them offer it. */
export type AskedFor = { readonly id: string; readonly title: string; readonly asks: number; readonly offers: number }

/** What an organiser might do this week, and what came of the last three months: totals, never whose. */
export type Week = {
  readonly network: Network & Place
  readonly members: number
  readonly words: number
  readonly unanswered: readonly Unanswered[]
  readonly unclaimed: readonly Somebody[]
  /** Without a link that this organiser may know of. */
  readonly unlinked: readonly Somebody[]
  readonly asked: readonly AskedFor[]
  readonly quarter: { readonly since: Date; readonly joined: readonly Somebody[]; readonly introductions: IntroductionTotals; readonly referrals: Totals; readonly outcomes: number }
}

const DAYS_OF_QUARTER = 91

export async function readWeek(ctx: Ctx, slug: string): Promise<Week> {
  const since = new Date(ctx.now.getTime() - DAYS_OF_QUARTER * 86_400_000)
  const { vocabulary, ...seen } = await ctx.read(async (tx) => {
    const network = await getNetworkTo(tx, slug, mayTend)
    return {
      network, vocabulary: await listCapabilities(tx, network.id), members: await countMembers(tx, network.id),
      unanswered: await listUnanswered(tx, network.id), unclaimed: await listUnclaimed(tx, network.id), joined: await listJoinedSince(tx, network.id, since),
      totals: await asHouse(tx).read(async (house) => ({ introductions: await totalsOfIntroductionsIn(house, network.id, since), referrals: await totalsOfReferralsIn(house, network.id, since), outcomes: await countOutcomesIn(house, network.id, since) })),
    }
  })
  const { network, joined, totals, ...lists } = seen
  const { alone, asked } = await withAtlas(ctx, network.id, (atlas) => {
    const viewer = viewerOf(atlas, ctx, network)
    return { alone: withoutLinks(atlas, viewer), asked: askedFor(atlas, viewer, vocabulary) }
  })
  const known = await ctx.read((tx) => readKnown(tx, alone))
  const unlinked = [...known].map(([id, { name }]): Somebody => ({ id: id as Somebody['id'], name })).toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')) // ids of the atlas's organisations
  return { network, ...lists, words: vocabulary.length, unlinked, asked, quarter: { since, joined, ...totals } }
}

const MOST_ALONE = 500

function withoutLinks(atlas: Atlas, viewer: Viewer): readonly string[] {
  const found: string[] = []
  for (let node = 0; node < atlas.organisations.size && found.length < MOST_ALONE; node += 1) {
    const id = atlas.organisations.texts[node]
    if (id && atlas.organisations.sees(viewer, node) && linksOf(atlas, viewer, node).size === 0) found.push(id)
  }
  return found
}

/** By how many ask, then by how few offer: needs and open briefs that name a capability, counted by who asks. */
function askedFor(atlas: Atlas, viewer: Viewer, vocabulary: readonly Capability[]): readonly AskedFor[] {
  const asking = new Map<string, Set<string>>()
  const ask = (capability: string | undefined, organisation: string) => { if (capability) asking.set(capability, (asking.get(capability) ?? new Set()).add(organisation)) }
  for (const want of atlas.wants.all()) if (maySeeRow(viewer, want)) ask(want.capability, want.organisation)
  for (const brief of atlas.briefs.all()) if (maySeeRow(viewer, brief)) for (const part of brief.parts ?? []) ask(part.capability, brief.organisation)
  return vocabulary.flatMap((capability): AskedFor[] => {
    const asks = asking.get(capability.id)?.size ?? 0
    return asks === 0 ? [] : [{ id: capability.id, title: capability.title, asks, offers: whoClaims(atlas, viewer, withNarrower(vocabulary, [capability])).size }]
  }).filter(({ asks, offers }) => offers < asks).toSorted((one, other) => one.offers - other.offers || other.asks - one.asks || one.title.localeCompare(other.title, 'en-GB'))
}
