import { audit } from '../kit/audit.ts'
import type { Actor, Tx } from '../kit/ctx.ts'
import { recordTogether } from '../partnerships/index.ts'
import { routes } from '../routes.ts'
import type { Referral } from './referral.ts'
import { getReferral, markReferral, writeWords } from './store.ts'
import { tellOf } from './tell-of-it.ts'

/** The receiver says yes: from now on they see how to reach the person, and the giver is told. As the house. */
export async function settleAcceptance(tx: Tx, referral: Referral, by: Actor): Promise<void> {
  await markReferral(tx, referral.id, { accepted_at: tx.now, accepted_by: by.person ?? null, later_until: null })
  await audit(tx, { chain: `referral ${referral.id}`, act: 'referral.accepted', subject: referral.id, detail: { by: referral.givenTo } })
  await tellOf(tx, referral.givenBy, 'accepted', referral.id)
  await noteTogether(tx, referral, 'accepted')
  await tx.emit('referral.answered', { referral: referral.id, between: [referral.givenBy, referral.givenTo], word: 'accepted' })
}

/** A kind no. From now on they see nothing of the person. As the house. */
export async function settleDeclining(tx: Tx, referral: Referral, note: string | undefined): Promise<void> {
  await writeWords(tx, referral, { declined_says: note })
  await markReferral(tx, referral.id, { declined_at: tx.now, later_until: null, ended_at: tx.now })
  await audit(tx, { chain: `referral ${referral.id}`, act: 'referral.declined', subject: referral.id, detail: { by: referral.givenTo } })
  await tellOf(tx, referral.givenBy, 'declined', referral.id)
  await tx.emit('referral.answered', { referral: referral.id, between: [referral.givenBy, referral.givenTo], word: 'declined' })
}

/** Told to their partnership: who passed work to whom and what came of it, never for whom. It ties the two once the outcome is known. */
export async function noteTogether(tx: Tx, { id, givenBy, givenTo }: Referral, how: 'accepted' | 'won' | 'thanked', at?: Date): Promise<void> {
  const { giver, receiver } = await getReferral(tx, id)
  const says = { accepted: `${giver} passed somebody on to ${receiver}.`, won: `${giver} passed somebody on to ${receiver}, and it became work.`, thanked: `${giver} passed somebody on to ${receiver}. It became work, and ${receiver} said thank you.` }[how]
  const known = how !== 'accepted'
  await recordTogether(tx, { between: [givenBy, givenTo], moment: { kind: 'referral', says, by: givenBy, about: id, subject: { referral: id }, at, href: routes.referral(id), ties: known, cameOfIt: known } })
}
