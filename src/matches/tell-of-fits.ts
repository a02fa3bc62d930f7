import { fit, type Atlas } from '../../engine/index.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { asHouse } from '../kit/ctx.ts'
import { defineChore } from '../kit/jobs/define.ts'
import { isId, type Id } from '../kit/ids.ts'
import { defineNoticeKind, tell } from '../notices/index.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { withAtlas } from './atlas/with-atlas.ts'
import { listDismissed } from './choice-store.ts'
import { listWantsById, noteMet } from './want-store.ts'

/** "We’ll tell you when someone fits": a newcomer, or somebody who can now show more, who answers a need that was posted. */

const told = defineNoticeKind({
  name: 'matches.need-answered',
  good: true,
  describe: async (tx, { to, subject: { network = '', want = '', organisation = '' } }) => {
    if (!isId<'network'>(network) || !isId<'organisation'>(organisation)) return undefined
    const [need] = await listWantsById(tx, network, [want])
    if (!need || need.withdrawnAt || need.organisation !== to) return undefined
    // Told once, and shown only while the owner of the need may still see whom it was told of.
    const seen = await withAtlas(tx, network, (atlas) => seesFrom(atlas, to, organisation))
    const name = (await namesOfOrganisations(tx, [organisation])).get(organisation)
    const slug = await slugOf(tx, network)
    if (!seen || !name || !slug) return undefined
    return { says: `${name} may be who you are looking for.`, detail: `You posted: “${need.says}”`, href: `${routes.findPartners}?network=${slug}&lens=${need.lens}&from=need:${need.id}`, more: 'See why' }
  },
})

const GOOD_ENOUGH = 0.35

/** Looks at those noted since the last time. One that fails is tried again, and does not hold up the others. */
export async function tellOfFits(ctx: Ctx): Promise<void> {
  const waiting = await asHouse(ctx).read((tx) => tx.db.selectFrom('fit_to_tell').select(['organisation_id', 'since']).orderBy('since').orderBy('organisation_id').limit(200).execute())
  for (const { organisation_id: id, since } of waiting) {
    await tellOwnersOfNeeds(ctx, id as Id<'organisation'>).then( // a column of organisation ids
      () => asHouse(ctx).transaction(async (tx) => void await tx.db.deleteFrom('fit_to_tell').where('organisation_id', '=', id).where('since', '=', since).execute()),
      (error: unknown) => ctx.log.error({ err: error, organisation: id }, 'needs could not be looked through and will be tried again'),
    )
  }
}

defineChore({ name: 'matches.tell-of-fits', cron: '* * * * *', run: tellOfFits })

export async function noteToTell(tx: Tx, organisation: Id<'organisation'>): Promise<void> {
  await tx.db.insertInto('fit_to_tell').values({ organisation_id: organisation, since: tx.now }).onConflict((at) => at.column('organisation_id').doUpdateSet({ since: tx.now })).execute()
}

/** Tells the owner of each open need that this member answers well, once. Says how many were told. */
export async function tellOwnersOfNeeds(ctx: Ctx, organisation: Id<'organisation'>): Promise<number> {
  const networks = await asHouse(ctx).read((tx) => networksOf(tx, organisation))
  let many = 0
  for (const network of networks) {
    const needs = await withAtlas(ctx, network, (atlas) => needsAnsweredBy(atlas, organisation, ctx.now.toISOString().slice(0, 10)))
    if (needs.length === 0) continue
    many += await asHouse(ctx).transaction(async (tx) => {
      let count = 0
      for (const need of await listWantsById(tx, network, needs)) {
        if ((await listDismissed(tx, network, need.organisation)).includes(organisation)) continue
        if (!(await noteMet(tx, need, organisation))) continue
        await tell(tx, { kind: told.name, to: need.organisation, subject: { network, want: need.id, organisation } })
        count++
      }
      return count
    })
  }
  return many
}

/**
 * Posted needs of others whose owner would be shown this member, and not as a long shot. First only those that name something it claims
 * are looked at; for each of these the engine is asked as the owner asks, so that nobody is told of what they may not see.
 */
function needsAnsweredBy(atlas: Atlas, organisation: string, on: string): readonly string[] {
  const claimed = new Set(atlas.claims.naming(organisation).filter((claim) => claim.organisation === organisation).map(({ capability }) => capability))
  if (claimed.size === 0) return []
  return [...atlas.wants.all()].filter((want) => isId(want.id) && want.organisation !== organisation).filter((want) => {
    const capabilities = want.capability === undefined ? atlas.vocabulary.saidIn(want.text ?? '') : [want.capability]
    if (!capabilities.some((wanted) => [...claimed].some((held) => atlas.vocabulary.answers(held, wanted) === 1))) return false
    const { fits } = fit(atlas, { viewer: want.organisation, lens: want.lens ?? 'gap', on, limit: 200, brief: { text: want.text ?? '', parts: capabilities.map((capability) => ({ id: capability, capability })) } })
    const found = fits.find((one) => one.organisation === organisation)
    return found !== undefined && found.pieces.coverage >= GOOD_ENOUGH && found.word !== 'Long shot'
  }).map(({ id }) => id)
}

function seesFrom(atlas: Atlas, viewer: string, organisation: string): boolean {
  const number = atlas.organisations.find(organisation)
  return number !== undefined && atlas.organisations.sees(atlas.viewer(viewer), number)
}

async function networksOf(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Id<'network'>[]> {
  const rows = await tx.db.selectFrom('membership').where('organisation_id', '=', organisation).where('left_at', 'is', null).select('network_id').execute()
  return rows.map((row) => row.network_id as Id<'network'>) // a column of network ids
}

async function slugOf(tx: Tx, network: Id<'network'>): Promise<string | undefined> {
  return (await tx.db.selectFrom('network').where('id', '=', network).where('closed_at', 'is', null).select('slug').executeTakeFirst())?.slug
}
