import { ask, defineAskKind, withdrawAsk } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { audit } from '../kit/audit.ts'
import { sendMail } from '../kit/mail/send.ts'
import { showLink } from '../kit/one-time-link.ts'
import { routes } from '../routes.ts'
import { addressOf, mustSpeakFor } from './acting.ts'
import { findOpenAsk, noteAsk } from './ask-store.ts'
import { AlreadyAnswered } from './errors.ts'
import { findPerson } from './person-store.ts'
import { DAY_MS, DAYS_TO_ANSWER, isOver, type Referral } from './referral.ts'
import { settleAcceptance, settleDeclining } from './settle.ts'
import { getReferral, holdReferral, markReferral } from './store.ts'
import { tellOf } from './tell-of-it.ts'

export const RECEIVER = 'referrals.receiver'

/** The person has said yes: now, and not before, the receiver hears of it. The one it was passed on from is finished with that. */
export async function offer(tx: Tx, referral: Referral, yes: { how: 'own' } | { how: 'word'; on: string }): Promise<void> {
  await markReferral(tx, referral.id, { yes_at: tx.now, yes_how: yes.how, yes_on: yes.how === 'word' ? yes.on : null, offered_at: tx.now })
  await audit(tx, { chain: `referral ${referral.id}`, act: 'referral.offered', subject: referral.id, detail: { from: referral.givenBy, to: referral.givenTo, yes: yes.how } })
  await askReceiver(tx, referral)
  if (referral.passedFrom) await finishWhatItCameFrom(tx, referral.passedFrom)
  if (yes.how === 'own') await tellOf(tx, referral.givenBy, 'said-yes', referral.id)
  else await writeToPerson(tx, referral)
  await tx.emit('referral.passed', { referral: referral.id, between: [referral.givenBy, referral.givenTo] })
}

/** Asks the receiver, on their Home and by mail; once more when they had put it off. */
export async function askReceiver(tx: Tx, { id, givenBy, givenTo }: Referral): Promise<void> {
  const made = await ask(tx, {
    kind: RECEIVER, from: { organisation: givenBy }, to: { organisation: givenTo, email: await addressOf(tx, givenTo) }, subject: { referral: id },
    answerBy: new Date(tx.now.getTime() + DAYS_TO_ANSWER * DAY_MS),
  })
  await noteAsk(tx, id, made.id, 'receiver')
}

async function finishWhatItCameFrom(tx: Tx, id: Id<'referral'>): Promise<void> {
  const before = await holdReferral(tx, id)
  if (isOver(before)) return
  const open = await findOpenAsk(tx, id, 'receiver')
  if (open) await withdrawAsk(tx, open)
  await markReferral(tx, id, { passed_on_at: tx.now, later_until: null, ended_at: tx.now })
  await tellOf(tx, before.givenBy, 'passed-on', id)
  await tx.emit('referral.answered', { referral: id, between: [before.givenBy, before.givenTo], word: 'passed-on' })
}

/** They agreed by word of mouth: a letter says what happened, and gives them the link that is theirs. */
async function writeToPerson(tx: Tx, referral: Referral): Promise<void> {
  const person = await findPerson(tx, referral.person)
  if (!person?.email) return
  const { giver, receiver } = await getReferral(tx, referral.id)
  await sendMail(tx, {
    to: person.email, subject: `${giver} has put you in touch with ${receiver}`,
    lines: [`Hello ${person.name},`, `${giver} tells us that you agreed to be put in touch with ${receiver}. They see your first name and what you need; how to reach you only once they say that they can help.`],
    link: { says: 'See who has your details', url: tx.url(routes.myDetails(showLink(tx, person.linkId))) },
    after: ['There you can correct them, say “not any more”, or have them erased. No account is needed, and the link stays yours.'],
  })
}

defineAskKind({
  name: RECEIVER,
  words: { accept: 'Accept', question: 'Ask a question', on: 'Pass on to a partner', decline: 'Decline kindly', later: 'Later' },
  describe: async (tx, asked) => {
    const referral = await getReferral(tx, referralOf(asked))
    return {
      title: `${referral.giver} passed you a referral`,
      lines: referral.shownAs ? [
        `${referral.shownAs}: ${referral.needs}`, ...(referral.says ? [`“${referral.says}”`] : []),
        referral.yes?.how === 'own' ? 'They said yes themselves to being contacted by you.' : `They told ${referral.giver} that you may contact them.`,
        'How to reach them is shown once you accept.',
      ] : ['Their details were erased, so there is nothing to answer.'],
      seenBy: `You and ${referral.giver}. The person sees that you have their details.`,
    }
  },
  answered: async (tx, asked, { word, note, by }) => {
    const referral = await holdReferral(tx, referralOf(asked))
    if (referral.state.is !== 'offered') throw new AlreadyAnswered()
    await mustSpeakFor(tx, referral.givenTo, by)
    if (word === 'accept') await settleAcceptance(tx, referral, by)
    if (word === 'decline') await settleDeclining(tx, referral, note)
    return { goTo: word === 'accept' ? routes.referral(referral.id) : routes.referrals }
  },
  ended: async (tx, asked) => {
    const referral = await holdReferral(tx, referralOf(asked))
    if (referral.state.is !== 'offered') return
    await markReferral(tx, referral.id, { unanswered_at: tx.now, ended_at: tx.now })
    await tellOf(tx, referral.givenBy, 'unanswered', referral.id)
    await tx.emit('referral.answered', { referral: referral.id, between: [referral.givenBy, referral.givenTo], word: 'unanswered' })
  },
  needsPage: {
    question: (asked) => routes.referralQuestions(referralOf(asked)),
    on: (asked) => routes.referralPassing(referralOf(asked)),
    later: (asked) => routes.referralLater(referralOf(asked)),
  },
})

export function referralOf(asked: { readonly subject: Readonly<Record<string, string>> }): Id<'referral'> {
  return (asked.subject['referral'] ?? '') as Id<'referral'> // written by this room for its own kinds
}
