import { getBrief, type BriefPart } from '../briefs/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { listDismissed, withAtlas } from '../matches/index.ts'
import { getNetwork } from '../networks/index.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { startWith } from './line-up.ts'
import { poolFor } from './pools.ts'
import { proposalsFor, type Proposals } from './propose.ts'
import { MOST_PARTS, type Part } from './team.ts'

export type ForBrief = { readonly found: Proposals; readonly parts: readonly BriefPart[]; readonly names: ReadonlyMap<string, string> }

/** Which teams we could lead for a brief, before any is started: what a lead would see on its desk on the first day. Saves nothing. */
export async function proposeForBrief(ctx: Ctx, slug: string, id: Id<'brief'>): Promise<ForBrief> {
  const { network, us, brief, leaveOut } = await ctx.read(async (tx) => {
    const found = await getNetwork(tx, slug)
    const { organisation } = tx.actor
    if (!organisation || !found.isMember) throw new NotFound('There is no such brief, or you are not a member there.', 'Choose the organisation you act for at the top of the page.')
    return { network: found.id, us: organisation, brief: await getBrief(tx, found.id, id), leaveOut: await listDismissed(tx, found.id, organisation) }
  })
  const parts = brief.parts.slice(0, MOST_PARTS)
  const team = { network, id: brief.id as string as Id<'team'>, lead: us, brief: brief.id, title: brief.title, says: '', madeAt: ctx.now, state: { is: 'open' as const } } // stands in for the team there would be
  const fed = await withAtlas(ctx, network, (atlas) => poolFor(atlas, { team, parts: parts.map(asIfTaken), seats: [], named: [], leaveOut, today: ctx.now.toISOString().slice(0, 10) }))
  const found = proposalsFor(fed, startWith(us))
  const members = found.is === 'proposed' ? [...new Set(found.proposals.flatMap((one) => one.members.map(({ organisation }) => organisation)))] : []
  return { found, parts, names: await ctx.read((tx) => namesOfOrganisations(tx, members as Id<'organisation'>[])) } // ids of organisations, all of them
}

const asIfTaken = (part: BriefPart): Part => ({ id: part.id as string as Id<'team part'>, says: part.says, capability: part.capability, need: part.need, size: part.size, startsOn: part.startsOn, endsOn: part.endsOn, district: part.district, version: 1, briefPart: part.id, needToKnow: false }) // the part it would become
