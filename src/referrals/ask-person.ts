import { ask, defineAskKind } from '../asks/index.ts'
import { audit } from '../kit/audit.ts'
import type { Tx } from '../kit/ctx.ts'
import { showLink } from '../kit/one-time-link.ts'
import { routes } from '../routes.ts'
import { noteAsk } from './ask-store.ts'
import { offer, referralOf } from './offer.ts'
import { findPerson } from './person-store.ts'
import { DAY_MS, DAYS_TO_ANSWER, type Referral } from './referral.ts'
import { getReferral, holdReferral, markReferral } from './store.ts'
import { tellOf } from './tell-of-it.ts'

export const PERSON = 'referrals.person'

/** Asks the person for their yes: by mail where they gave an address, and by a link that can be copied. The ask itself holds nothing of theirs. */
export async function askPerson(tx: Tx, { id, givenBy }: Referral): Promise<void> {
  const made = await ask(tx, { kind: PERSON, from: { person: tx.actor.person, organisation: givenBy }, to: {}, subject: { referral: id }, answerBy: new Date(tx.now.getTime() + DAYS_TO_ANSWER * DAY_MS) })
  await noteAsk(tx, id, made.id, 'person')
}

defineAskKind({
  name: PERSON,
  words: { yes: 'Yes, put us in touch', no: 'No, thank you' },
  reach: async (tx, asked) => {
    const person = await findPerson(tx, (await holdReferral(tx, referralOf(asked))).person)
    return person ? { email: person.email, name: person.name } : {}
  },
  describe: async (tx, asked) => {
    const { giver, receiver, needs, reach } = await getReferral(tx, referralOf(asked))
    return {
      title: `${giver} would like to put you in touch with ${receiver}`,
      lines: needs && reach ? [
        `What they would say you need: ${needs}`,
        `With your yes, ${receiver} sees your first name and what you need. Only once they say that they can help, they see how to reach you: ${reach.reach}.`,
        'Nothing is sent without your yes. You can see, correct or take back what they hold at any time.',
      ] : ['Your details are no longer here, so nobody asks you any more.'],
      seenBy: `${giver}, and with a yes ${receiver}`,
    }
  },
  answered: async (tx, asked, { word }) => {
    const referral = await holdReferral(tx, referralOf(asked))
    const person = await findPerson(tx, referral.person)
    if (referral.state.is !== 'waiting' || !person) return
    if (word === 'yes') await offer(tx, referral, { how: 'own' })
    else {
      await markReferral(tx, referral.id, { refused_at: tx.now, ended_at: tx.now })
      await audit(tx, { chain: `referral ${referral.id}`, act: 'referral.refused', subject: referral.id })
      await tellOf(tx, referral.givenBy, 'said-no', referral.id)
    }
    return { goTo: `${routes.myDetails(showLink(tx, person.linkId))}?said=${word}` }
  },
  ended: async (tx, asked) => {
    const referral = await holdReferral(tx, referralOf(asked))
    if (referral.state.is !== 'waiting') return
    await markReferral(tx, referral.id, { unsaid_at: tx.now, ended_at: tx.now })
    await tellOf(tx, referral.givenBy, 'unsaid', referral.id)
  },
})
