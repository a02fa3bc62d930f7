import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { sendMail } from '../kit/mail/send.ts'
import { showLink } from '../kit/one-time-link.ts'
import { NotFound } from '../kit/refusal.ts'
import { dayInWords } from '../ui/index.ts'
import { routes } from '../routes.ts'
import { actingForSeen } from './answer-referral.ts'
import { Erased, PersonUnreachable } from './errors.ts'
import { findKeeping } from './keeping.ts'
import { findPerson } from './person-store.ts'
import type { SeenReferral } from './referral.ts'
import { getReferral, markReferral } from './store.ts'
import { isReceiver } from './who-may.ts'

export type PrivacyNote = { readonly lines: readonly string[]; readonly link: string; readonly email?: string; readonly sentAt?: Date }

/**
 * What a receiver must tell somebody whose details came from elsewhere (UK GDPR, Article 14): who we are, what we hold and from whom,
 * why, for how long, and what they can do. At the latest when first writing to them, and within a month. Written so that it can be sent as it is.
 */
export function readPrivacyNote(ctx: Ctx, id: Id<'referral'>): Promise<PrivacyNote & { referral: SeenReferral }> {
  return ctx.read(async (tx) => {
    const referral = await getReferral(tx, id)
    if (!tx.actor.organisation || !isReceiver(tx.actor.organisation, referral) || !referral.reach) throw new NotFound()
    return asHouse(tx).read(async (house) => ({ ...await noteOf(house, referral), referral }))
  })
}

/** Sends it for them, where there is an address. */
export function sendPrivacyNote(ctx: Ctx, id: Id<'referral'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await actingForSeen(tx, id)
    const referral = await getReferral(tx, id)
    if (!isReceiver(us, referral) || !referral.reach) throw new NotFound()
    await asHouse(tx).transaction(async (house) => {
      const { lines, link, email } = await noteOf(house, referral)
      if (!email) throw new PersonUnreachable()
      await sendMail(house, { to: email, subject: `${referral.receiver}: what we hold about you, and from whom`, lines, link: { says: 'See, correct or erase your details', url: link } })
      await markReferral(house, id, { noticed_at: house.now })
    })
  })
}

async function noteOf(tx: Tx, referral: SeenReferral): Promise<PrivacyNote> {
  const person = await findPerson(tx, referral.person)
  if (!person) throw new Erased()
  const contact = await tx.db.selectFrom('organisation_contact').select(['email', 'phone']).where('organisation_id', '=', referral.givenTo).executeTakeFirst()
  const reach = [contact?.email, contact?.phone].filter(Boolean).join(' or ')
  const { months } = await findKeeping(tx, referral.givenTo)
  return {
    link: tx.url(routes.myDetails(showLink(tx, person.linkId))), email: person.email, sentAt: referral.noticedAt,
    lines: [
      `Hello ${person.name},`,
      `${referral.giver} passed your details to us, ${referral.receiver}, on ${dayInWords(referral.offeredAt ?? referral.madeAt)}, after you agreed to be put in touch. We answer for how we look after them.${reach ? ` You can reach us at ${reach}.` : ''}`,
      'What we hold: your name, how to reach you, and what you need, as they told us. We got them from nobody else.',
      'Why: to get in touch about what you need, because you agreed to it. You can take that back at any time, which changes nothing about what was done before.',
      'Who else sees them: nobody, unless you say yes to being passed on once more. They do not leave the United Kingdom by our doing, and nothing about you is decided by a machine.',
      `How long: until ${months === 24 ? 'two years' : `${months} months`} after this has come to an end, unless you become our customer; then we tell you separately.`,
      'You have the right to see what we hold, to have it put right or erased, to have its use limited, to object, to take your details elsewhere, and to withdraw your yes. The link with this note does most of it at once. You may also complain to the Information Commissioner’s Office at ico.org.uk, or on 0303 123 1113.',
    ],
  }
}
