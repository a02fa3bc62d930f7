import type { Ctx, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import type { MyNetwork } from '../networks/index.ts'
import { actingFor, inSight } from '../organisations/index.ts'

/** One who might complete us, with one reason. */
export type Worth = { readonly organisation: Id<'organisation'>; readonly name: string; readonly network: Id<'network'>; readonly lens: string; readonly because: string }

/** One or two for today, found once a day. */
export async function readWorthALook(ctx: Ctx, _networks: readonly Pick<MyNetwork, 'id' | 'isMember'>[]): Promise<readonly Worth[]> {
  return ctx.read(listWorth)
}

/** What was found today, of those whose page the asker still sees. */
async function listWorth(tx: Tx): Promise<readonly Worth[]> {
  const rows = await tx.db.selectFrom('worth_a_look as w').innerJoin('organisation as o', 'o.id', 'w.other_id').where('w.organisation_id', '=', actingFor(tx)).where(inSight(tx, 'o', 'o.sight', 'page'))
    .select(['w.other_id', 'o.name', 'w.network_id', 'w.lens', 'w.because']).orderBy('w.place').limit(2).execute()
  return rows.map((row) => ({ organisation: row.other_id as Id<'organisation'>, name: row.name, network: row.network_id as Id<'network'>, lens: row.lens, because: row.because })) // columns of those ids
}
