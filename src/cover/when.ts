import { AlreadyAnswered, withdrawAsk } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { when } from '../kit/when.ts'
import { tell } from '../notices/index.ts'
import { findCover, listAsked, markAsked } from './cover-store.ts'

/**
 * After the commit, so that asks and covers are always held in one order: an answer holds its ask first and the cover then. Whoever was
 * asked and is not needed is thanked and told no more; their link says so from now on.
 */
when('cover.taken', 'cover: thank the others', (tx, { news }) => closeTheOthers(tx, news.cover))
when('cover.closed', 'cover: tell those who were asked', async (tx, { news }) => {
  await closeTheOthers(tx, news.cover)
  const ask = (await findCover(tx, news.cover))?.clientAsked?.ask
  if (ask) await quietly(() => withdrawAsk(tx, ask))
})

async function closeTheOthers(tx: Tx, cover: Id<'cover'>): Promise<void> {
  for (const one of await listAsked(tx, [cover])) {
    if (one.chosen || one.closedAt) continue
    const { ask } = one
    if (ask) await quietly(() => withdrawAsk(tx, ask))
    const now = (await listAsked(tx, [cover])).find((each) => each.associate === one.associate)
    if (!now || now.chosen || now.closedAt) continue // they said no in between
    await markAsked(tx, cover, one.associate, { closed_at: tx.now })
    if (one.askedAt) await tell(tx, { kind: 'cover.not-needed', to: one.associate, subject: { by: one.organisation } })
  }
}

async function quietly(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof AlreadyAnswered)) throw error
  }
}
