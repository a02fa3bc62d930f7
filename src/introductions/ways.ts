import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import type { Network } from '../networks/index.ts'
import { defineIntroducerLoad, findFriendlyPaths, type FriendlyPath } from '../matches/index.ts'
import { listPartnersToAsk } from '../partnerships/index.ts'
import { whyNotAgain } from './asked-before.ts'
import { MOST_OPEN } from './introduction.ts'
import { listAskedBefore, listIntroducerLoads, listMembersAmong } from './store.ts'

/** Somebody who may introduce us. */
export type Way = {
  readonly organisation: Id<'organisation'>
  readonly name: string
  /** How they know either side, where both sides of that tie show it. */
  readonly knowsUs?: string
  readonly knowsThem?: string
  /** Somebody further on, where they know one who knows them. */
  readonly further?: string
  /** Seen in the network; otherwise a partner of ours who may know them. */
  readonly isPath: boolean
}

const MOST_PATHS = 6
const MOST_WAYS = 3

/**
 * Who could introduce us: first the friendly paths that the network shows, then our own partners in it, who may know them without
 * showing it. Whoever was asked about them within a year, and whoever has enough to answer, is left out without a word.
 */
export async function listWays(ctx: Ctx, network: Pick<Network, 'id'>, us: Id<'organisation'>, to: Id<'organisation'>): Promise<readonly Way[]> {
  const all = (await findFriendlyPaths(ctx, network.id, { from: us, to, most: MOST_PATHS })).flatMap(asWay)
  const paths = all.filter((path, at) => all.findIndex((one) => one.organisation === path.organisation) === at) // two ways may begin with the same
  const partners = await ctx.read(async (tx) => {
    const known = (await listPartnersToAsk(tx)).filter((partner) => partner.id !== to && !paths.some((path) => path.organisation === partner.id))
    const here = await listMembersAmong(tx, network.id, known.map((partner) => partner.id))
    return known.filter((partner) => here.has(partner.id)).map(({ id, name }): Way => ({ organisation: id, name, isPath: false }))
  })
  const { before, loads } = await asHouse(ctx).read(async (tx) => ({ before: await listAskedBefore(tx, us, to), loads: await listIntroducerLoads(tx, network.id) }))
  const free = [...paths, ...partners].filter((way) => whyNotAgain(before, { other: to, through: way.organisation }, ctx.now)?.because !== 'through' && (loads.get(way.organisation) ?? 0) < MOST_OPEN.introducer)
  return [...free.filter((way) => way.isPath).slice(0, MOST_WAYS), ...free.filter((way) => !way.isPath)]
}

/** One who knows both at first hand, or one who knows somebody who does. */
function asWay({ introducer, steps }: FriendlyPath): readonly Way[] {
  const [first, second] = steps
  if (!introducer || !first || !second) return []
  const direct = steps.length === 2
  return [{ organisation: introducer.id, name: introducer.name, knowsUs: first.words[0], ...(direct ? { knowsThem: second.words[0] } : { further: second.to.name }), isPath: true }]
}

// Whoever has much to answer stands further back on the paths that others are shown.
defineIntroducerLoad(listIntroducerLoads)
