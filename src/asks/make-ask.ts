import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { makeLink } from '../kit/one-time-link.ts'
import { routes } from '../routes.ts'
import { remindAtFor, type Ask, type AskedOf } from './ask.ts'
import { getKind } from './kinds.ts'
import { tellThem } from './letters.ts'
import { saveNewAsk } from './store.ts'

export type NewAsk = {
  readonly kind: string
  readonly from: Ask['from']
  readonly network?: Id<'network'>
  readonly to: AskedOf
  readonly subject: Readonly<Record<string, string>>
  readonly answerBy: Date
}

export const LINK_FOR_ASK = 'answer-ask'

/** Asks someone, in the transaction of whatever wants asking. They get a mail where an address is known; the link works without one. */
export async function ask(tx: Tx, wanted: NewAsk): Promise<{ id: Id<'ask'>; link: string }> {
  getKind(wanted.kind) // a misspelt kind fails here, not in three days
  const id = newId<'ask'>()
  const made = await makeLink(tx, { act: LINK_FOR_ASK, subject: { ask: id }, endsAt: wanted.answerBy })
  const asked = { ...wanted, id, linkId: made.id, askedAt: tx.now }
  await saveNewAsk(tx, asked, remindAtFor(tx.now, wanted.answerBy))
  await tellThem(tx, { ...asked, state: { is: 'open' } }, 'first')
  await tx.emit('ask.made', { ask: id, kind: wanted.kind })
  return { id, link: tx.url(routes.answerByLink(made.token)) }
}
