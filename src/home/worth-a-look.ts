import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { when } from '../kit/when.ts'
import { findFits, type FitQuestion, type Suggestion } from '../matches/index.ts'
import type { MyNetwork } from '../networks/index.ts'
import { actingFor, findOrganisation, inSight } from '../organisations/index.ts'
import { listPartnershipsOf } from '../partnerships/index.ts'

/** One who might complete us, with one reason. */
export type Worth = { readonly organisation: Id<'organisation'>; readonly name: string; readonly network: Id<'network'>; readonly lens: FitQuestion['lens']; readonly because: string }
type Found = Omit<Worth, 'name'>

const MOST = 2
const LOOKED_AT = 12

/** One or two for today. They are found once a day, with the asker’s own sight; the first visit of a day pays for it. */
export async function readWorthALook(ctx: Ctx, networks: readonly Pick<MyNetwork, 'id' | 'isMember'>[]): Promise<readonly Worth[]> {
  const us = ctx.actor.organisation
  if (!us) return []
  const today = ctx.now.toISOString().slice(0, 10)
  const { kept, day } = await ctx.read(async (tx) => ({ kept: await listWorth(tx), day: await findDay(tx) }))
  if (day === today) return kept
  const found = await findWorth(ctx, us, networks.filter((network) => network.isMember).map((network) => network.id))
  await asHouse(ctx).transaction((tx) => saveWorth(tx, us, today, found))
  return ctx.read(listWorth)
}

/** The best of each network in which we are a member: who fills a gap, else whoever shares our audience, or our cause. */
async function findWorth(ctx: Ctx, us: Id<'organisation'>, networks: readonly Id<'network'>[]): Promise<readonly Found[]> {
  const { known, lenses } = await ctx.read(async (tx) => ({
    known: (await listPartnershipsOf(tx, us)).map((one) => one.partner.id), lenses: (await findOrganisation(tx, us))?.kind === 'charity' ? (['cause', 'gap'] as const) : (['gap', 'audience'] as const),
  }))
  const found: Found[] = []
  for (const network of networks.slice(0, 3)) for (const lens of lenses) {
    if (found.length >= MOST) return found
    const { suggestions } = await findFits(ctx, network, { lens, list: 'new', most: LOOKED_AT, leaveOut: [...known, ...found.map((one) => one.organisation)] }, { limit: MOST })
    found.push(...suggestions.flatMap((one) => asFound(one, network, lens)).slice(0, MOST - found.length))
  }
  return found
}

/** Only who fits, with a reason that can be said. */
function asFound({ organisation, word, why }: Suggestion, network: Id<'network'>, lens: Found['lens']): readonly Found[] {
  const [reason] = why.reasons
  return reason && word !== 'Long shot' ? [{ organisation, network, lens, because: reason.says }] : []
}

async function findDay(tx: Tx): Promise<string | undefined> {
  return (await tx.db.selectFrom('worth_a_look_day').select('on_day').where('organisation_id', '=', actingFor(tx)).executeTakeFirst())?.on_day
}

/** What was found today, of those whose page the asker still sees. */
async function listWorth(tx: Tx): Promise<readonly Worth[]> {
  const rows = await tx.db.selectFrom('worth_a_look as w').innerJoin('organisation as o', 'o.id', 'w.other_id').where('w.organisation_id', '=', actingFor(tx)).where(inSight(tx, 'o', 'o.sight', 'page'))
    .select(['w.other_id', 'o.name', 'w.network_id', 'w.lens', 'w.because']).orderBy('w.place').limit(MOST).execute()
  return rows.map((row) => ({ organisation: row.other_id as Id<'organisation'>, name: row.name, network: row.network_id as Id<'network'>, lens: row.lens as Worth['lens'], because: row.because })) // columns of those ids; written by saveWorth
}

async function saveWorth(tx: Tx, us: Id<'organisation'>, today: string, found: readonly Found[]): Promise<void> {
  await tx.db.insertInto('worth_a_look_day').values({ organisation_id: us, on_day: today }).onConflict((at) => at.column('organisation_id').doUpdateSet({ on_day: today })).execute()
  await tx.db.deleteFrom('worth_a_look').where('organisation_id', '=', us).execute()
  if (found.length > 0) await tx.db.insertInto('worth_a_look').values(found.map((one, place) => ({ organisation_id: us, other_id: one.organisation, network_id: one.network, place, lens: one.lens, because: one.because }))).execute()
}

// A reason rests on what was shown this morning. Whatever changes for the other takes its line away, so that nothing taken back is still said.
const forget = (tx: Tx, { organisation }: { organisation: Id<'organisation'> }) => tx.db.deleteFrom('worth_a_look').where('other_id', '=', organisation).execute().then(() => undefined)
when('sight.changed', 'home: let go of a reason whose owner shows less', (tx, { news }) => forget(tx, news))
when('organisation.changed', 'home: let go of a reason whose owner wrote anew', (tx, { news }) => forget(tx, news))
when('organisation.closed', 'home: let go of a reason whose owner closed', (tx, { news }) => forget(tx, news))
when('answer.saved', 'home: let go of a reason whose answer changed', (tx, { news }) => forget(tx, news))
when('claim.changed', 'home: let go of a reason whose claim changed', (tx, { news }) => forget(tx, news))
when('proof.removed', 'home: let go of a reason whose proof went', (tx, { news }) => forget(tx, news))
when('member.left', 'home: let go of a reason whose owner left', (tx, { news }) => forget(tx, news))
when('match.dismissed', 'home: let go of whoever is not for us', async (tx, { news: { organisation, other } }) => void await tx.db.deleteFrom('worth_a_look').where('organisation_id', '=', organisation).where('other_id', '=', other).execute())
when('partnership.agreed', 'home: let go of whoever is a partner by now', async (tx, { news: { between: [one, other] } }) => {
  for (const [us, them] of [[one, other], [other, one]] as const) await tx.db.deleteFrom('worth_a_look').where('organisation_id', '=', us).where('other_id', '=', them).execute()
})
