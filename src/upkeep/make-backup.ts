import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { defineJob } from '../kit/jobs/define.ts'
import { startWork } from '../kit/jobs/work.ts'
import { routes } from '../routes.ts'
import { hostsOnly } from './who-may.ts'

export const backupJob = defineJob({
  name: 'upkeep.backup',
  input: z.strictObject({}),
  stages: ['Writing it', 'Checking it by restoring it'],
  run: async (ctx, _input, progress) => {
    await hostsOnly(ctx)
    if (!ctx.tending) throw new Error('This process cannot make backups.')
    const made = await ctx.tending.backup((stage) => progress.stage(stage))
    await asHouse(ctx).transaction((tx) => audit(tx, { chain: 'house', act: 'backup made', subject: made.name, detail: { bytes: made.bytes } }))
    return { said: `The backup ${made.name} was made, restored beside the real thing, and compared.`, link: routes.health }
  },
})

export async function makeBackup(ctx: Ctx): Promise<Id<'work'>> {
  await hostsOnly(ctx)
  return ctx.transaction((tx) => startWork(tx, backupJob, 'Making a backup', {}))
}
