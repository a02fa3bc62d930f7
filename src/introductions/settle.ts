import { withdrawAsk } from '../asks/index.ts'
import type { Actor, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { tell } from '../notices/index.ts'
import { askSide } from './ask-side.ts'
import { forgetContacts } from './contact.ts'
import { bothSaidYes, type Introduction } from './introduction.ts'
import { makeIntroduction } from './make-introduction.ts'
import { NO_ANSWER } from './notices.ts'
import { getIntroductionToSettle, listWords, markIntroduction, markWord } from './store.ts'

type Said = { readonly introduction: Id<'introduction'>; readonly by: Id<'organisation'>; readonly is: 'yes' | 'no'; readonly actor: Actor }

/** What follows when somebody who was asked says yes or no. As the house; what has come to its end meanwhile stays as it is. */
export async function settle(tx: Tx, { introduction: id, by, is, actor }: Said): Promise<void> {
  const introduction = await getIntroductionToSettle(tx, id)
  if (introduction.state.is !== 'asked') return
  await markWord(tx, introduction, by, { said: is, said_at: tx.now, said_by: actor.person })
  if (is === 'no') return endQuietly(tx, introduction)
  if (introduction.by.is === 'member' && introduction.by.organisation === by) return void await askSide(tx, introduction, introduction.other)
  if (bothSaidYes(introduction, await listWords(tx, introduction))) await makeIntroduction(tx, introduction)
}

/** Nobody answered in time. */
export async function settleSilence(tx: Tx, id: Id<'introduction'>, by: Id<'organisation'>): Promise<void> {
  const introduction = await getIntroductionToSettle(tx, id)
  if (introduction.state.is !== 'asked') return
  await markWord(tx, introduction, by, { ended_at: tx.now })
  await endQuietly(tx, introduction)
}

/** It comes to nothing. Those who said yes are told that there was no answer this time, and nobody is told whose. */
export async function endQuietly(tx: Tx, introduction: Introduction): Promise<void> {
  await markIntroduction(tx, introduction, { ended_at: tx.now })
  const words = await listWords(tx, introduction)
  await letGo(tx, introduction)
  const hopeful = [...(introduction.by.is === 'member' ? [introduction.asker] : []), ...words.filter((word) => word.said?.is === 'yes').map((word) => word.organisation)]
  for (const to of new Set(hopeful)) await tell(tx, { kind: NO_ANSWER, to, subject: { introduction: introduction.id } })
  await tx.emit('introduction.ended', { introduction: introduction.id, network: introduction.network })
}

/** Nobody is asked any longer, and the details that will not be passed on are not kept. */
export async function letGo(tx: Tx, introduction: Introduction): Promise<void> {
  for (const word of await listWords(tx, introduction)) if (word.ask && !word.said && !word.endedAt) await withdrawAsk(tx, word.ask)
  await forgetContacts(tx, introduction)
}
