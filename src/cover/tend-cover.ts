import { asHouse, type Ctx } from '../kit/ctx.ts'
import { defineChore } from '../kit/jobs/define.ts'
import { tell } from '../notices/index.ts'
import { whatIsShown, writeToClient } from './ask-client.ts'
import { deleteClient, listClientsToRemind, markReminded } from './client-store.ts'
import { getCover, listClientsToForget, listSightToEnd, markAsked } from './cover-store.ts'
import { DAYS_TO_KEEP } from './cover.ts'
import { eraseClient } from './erase-client.ts'

const AT_ONCE = 50
const DAY = 86_400_000

/** Sight of a client ends by itself some days after the work came back, and the associate is asked to delete their own copies. */
export async function endSight(ctx: Ctx): Promise<void> {
  while (await asHouse(ctx).transaction(async (tx) => {
    const due = await listSightToEnd(tx, AT_ONCE)
    for (const one of due) {
      await markAsked(tx, one.cover, one.associate, { sight_ended_at: tx.now })
      await tell(tx, { kind: 'cover.sight-ended', to: one.associate, subject: { cover: one.cover } })
    }
    return due.length === AT_ONCE
  }));
}

/** The client is reminded once, where there is an address. */
export async function remindClients(ctx: Ctx): Promise<void> {
  while (await asHouse(ctx).transaction(async (tx) => {
    const due = await listClientsToRemind(tx, new Date(tx.now.getTime() - 2 * DAY), AT_ONCE)
    for (const { cover, email, link } of due) {
      const { title, lines } = await whatIsShown(tx, await getCover(tx, cover))
      await writeToClient(tx, { to: email, link, subject: `Still waiting for your word: ${title}`, lines })
      await markReminded(tx, cover)
    }
    return due.length === AT_ONCE
  }));
}

/** Two years after it is over, nothing of the client is kept. */
export async function forgetClients(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - DAYS_TO_KEEP * DAY)
  while (await asHouse(ctx).transaction(async (tx) => {
    const due = await listClientsToForget(tx, before, AT_ONCE)
    for (const cover of due) {
      await eraseClient(tx, cover, 'age')
      await deleteClient(tx, cover)
    }
    return due.length === AT_ONCE
  }));
}

defineChore({ name: 'cover.end-sight', cron: '25 * * * *', run: endSight })
defineChore({ name: 'cover.remind-clients', cron: '35 8 * * *', run: remindClients })
defineChore({ name: 'cover.forget-clients', cron: '55 3 * * *', run: forgetClients })
