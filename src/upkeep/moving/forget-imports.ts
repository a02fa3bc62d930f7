import { asHouse } from '../../kit/ctx.ts'
import { defineChore } from '../../kit/jobs/define.ts'
import { deleteOldDrafts } from './draft-store.ts'
import { DAYS_TO_UNDO } from './undo-import.ts'

/** Tables hold addresses of people who do not know of it yet, so they are kept no longer than they can be taken back. */
defineChore({
  name: 'upkeep.forget-imports',
  cron: '20 3 * * *',
  run: (ctx) => asHouse(ctx).transaction((tx) => deleteOldDrafts(tx, new Date(tx.now.getTime() - (DAYS_TO_UNDO + 1) * 86_400_000))),
})
