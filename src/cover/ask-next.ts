import { ask } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { tell } from '../notices/index.ts'
import { hasRunOut, isPartly, turnEndsAt, whoIsNext, type Cover } from './cover.ts'
import { listAsked, markAsked, markCover } from './cover-store.ts'
import { askedOf } from './who-is-asked.ts'

export const ASSOCIATE = 'cover.associate'

/**
 * Asks whoever is next: everyone at once, or one after the other. Where nobody is left, the owner is told what there is. The cover is
 * held by whoever calls, so the next is asked once however many say no together. As the house.
 */
export async function askNext(tx: Tx, cover: Cover): Promise<void> {
  const asked = await listAsked(tx, [cover.id])
  const next = whoIsNext(cover, asked, tx.now)
  for (const one of next) await askOne(tx, cover, one.associate)
  if (next.length > 0) {
    if (cover.runOutAt) await markCover(tx, cover.id, { run_out_at: null })
    return
  }
  const waiting = asked.filter((one) => one.askedAt)
  const over = cover.answerBy <= tx.now ? waiting.every((one) => one.answer || one.silentAt || one.closedAt) : hasRunOut(asked)
  if (!over || cover.takenAt || cover.withdrawnAt || cover.runOutAt) return
  await markCover(tx, cover.id, { run_out_at: tx.now })
  await tell(tx, { kind: asked.some(isPartly) ? 'cover.partly' : 'cover.nobody', to: cover.organisation, subject: { cover: cover.id } })
}

export async function askOne(tx: Tx, cover: Cover, associate: Id<'organisation'>): Promise<void> {
  const made = await ask(tx, {
    kind: ASSOCIATE, from: { person: tx.actor.person, organisation: cover.organisation }, to: await askedOf(tx, associate), subject: { cover: cover.id, associate }, answerBy: turnEndsAt(cover, tx.now),
  })
  await markAsked(tx, cover.id, associate, { ask_id: made.id, asked_at: tx.now })
}
