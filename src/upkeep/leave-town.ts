import { asHouse, type Ctx } from '../kit/ctx.ts'
import { NotFound } from '../kit/refusal.ts'
import { EXAMPLE } from './load-town.ts'

/** Takes the example away in one go: the house is as empty as on its first day. Only an example can be taken away so. */
export async function leaveTown(ctx: Ctx): Promise<void> {
  const example = await asHouse(ctx).read((tx) => tx.db.selectFrom('house_setting').select('name').where('name', '=', EXAMPLE).executeTakeFirst())
  if (!example || !ctx.tending) throw new NotFound()
  await ctx.tending.empty()
}
