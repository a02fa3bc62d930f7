import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { defineChore } from '../../kit/jobs/define.ts'
import { isId } from '../../kit/ids.ts'
import { dropHandedIn, listHandedIn } from './registers-folder.ts'

const DAY = 24 * 3_600_000

/** Files that were handed in wait for two days, and what became of a register is kept for thirty. */
export async function forgetRegisters(ctx: Ctx): Promise<void> {
  const young = await asHouse(ctx).transaction(async (tx) => {
    await tx.db.deleteFrom('register_brought').where('made_at', '<', new Date(tx.now.getTime() - 30 * DAY)).execute()
    return new Set((await tx.db.selectFrom('register_brought').select('id').where('done_at', 'is', null).where('made_at', '>', new Date(tx.now.getTime() - 2 * DAY)).execute()).map((row) => row.id))
  })
  for (const name of await listHandedIn(ctx.settings)) if (isId<'register'>(name) && !young.has(name)) await dropHandedIn(ctx.settings, name)
}

defineChore({ name: 'upkeep.forget-registers', cron: '25 3 * * *', run: forgetRegisters })
