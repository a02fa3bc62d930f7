import { defineChore } from '../kit/jobs/define.ts'
import { forgetOldTurns } from '../kit/limit.ts'
import { deleteOldLinks, deleteOldSessions } from './store.ts'

const DAY_MS = 24 * 3_600_000
const OUR_LINKS = ['sign-up', 'sign-in', 'confirm-email', 'reset-password', 'confirm-it-is-you', 'passkey', 'new-passkey']

/** Sessions are kept a month after they were last used, links a week after they ended, so that "this has been used" can still be said. */
defineChore({
  name: 'people.forget-old', cron: '17 3 * * *',
  run: (ctx) => ctx.transaction(async (tx) => {
    await deleteOldSessions(tx, new Date(tx.now.getTime() - 30 * DAY_MS))
    await deleteOldLinks(tx, OUR_LINKS, new Date(tx.now.getTime() - 7 * DAY_MS))
    await forgetOldTurns(tx)
  }),
})
