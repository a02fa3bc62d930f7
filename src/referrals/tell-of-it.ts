import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { defineNoticeKind, tell, type Told } from '../notices/index.ts'
import { dayInWords } from '../ui/index.ts'
import { routes } from '../routes.ts'
import { thanksOf, type SeenReferral } from './referral.ts'
import { getReferral } from './store.ts'

/**
 * What the two sides are told and need not answer. None of it names the person or says a word of theirs: notices go into letters, and a
 * letter outlives an erasure.
 */
const KINDS = {
  'said-yes': (r) => ({ says: `They said yes, and ${r.receiver} has your referral.` }),
  'said-no': (r) => ({ says: `They would rather not be passed on to ${r.receiver}.`, detail: 'Nothing was sent.' }),
  unsaid: (r) => ({ says: `They did not answer, so nothing went to ${r.receiver}.`, detail: 'You are welcome to ask them yourself and pass them on again.' }),
  accepted: (r) => ({ says: `${r.receiver} accepted your referral.` }),
  declined: (r) => ({ says: `Your referral is not one for ${r.receiver}, but they thank you.`, more: 'See who else may be able to help' }),
  unanswered: (r) => ({ says: `${r.receiver} has not answered your referral in two weeks.`, more: 'See who else may be able to help' }),
  later: (r) => ({ says: r.laterUntil ? `${r.receiver} will look at your referral on ${dayInWords(r.laterUntil)}.` : `${r.receiver} put your referral off for a while, and has it before them again.` }),
  'passed-on': (r) => ({ says: `${r.receiver} passed your referral on, with a fresh yes.`, more: 'See to whom' }),
  'ask-them': (r) => ({ says: `${r.receiver} would like to pass on somebody you sent them, and has no e-mail address for them.`, detail: 'Send them their own link: they say yes or no there.', more: 'Copy their link' }),
  quiet: (r) => ({ says: `Two quiet weeks on your referral to ${r.receiver}. We have asked them, once, how it went.`, detail: r.acceptedAt ? `What we know: they accepted on ${dayInWords(r.acceptedAt)}${r.state.is === 'talking' ? ` and were talking on ${dayInWords(r.state.at)}` : ''}.` : undefined }),
  unknown: (r) => ({ says: `Nobody could tell us what became of your referral to ${r.receiver}.`, detail: 'It rests as it is.' }),
  lost: (r) => ({ says: `Your referral to ${r.receiver} did not become work this time.`, detail: thanksOf(r) && `“${thanksOf(r)}”` }),
  won: (r) => (r.state.is === 'won' && r.state.thanks ? undefined : { says: `Your referral to ${r.receiver} became work.` }), // the thank-you says it too
  thanked: (r) => ({ says: r.state.is === 'won' ? `Your referral to ${r.receiver} became work. “${thanksOf(r)}”` : `${r.receiver} thanks you for your referral. “${thanksOf(r)}”`, more: r.state.is === 'won' && !r.quotedAt ? 'Put their thanks on your page' : undefined }),
  'chain-won': (r) => ({ says: `Somebody you began to pass on became work for ${r.receiver}.` }),
  replied: (r) => ({ says: `${r.giver} answered your question about their referral.` }),
  'taken-back': (r) => ({ says: `${r.giver} took back a referral.` }),
  stopped: (r) => ({ says: `The person ${r.giver} passed to ${r.receiver} asks not to be contacted any more.`, detail: 'Their details are no longer shown to the receiver.' }),
  corrected: (r) => ({ says: `The person ${r.giver} passed to ${r.receiver} corrected their details.` }),
} satisfies Record<string, (r: SeenReferral) => Omit<Told, 'href'> | undefined>

export type NoticeName = keyof typeof KINDS
const GOOD: ReadonlySet<NoticeName> = new Set(['said-yes', 'accepted', 'won', 'thanked', 'chain-won'])

for (const [name, words] of Object.entries(KINDS) as [NoticeName, (r: SeenReferral) => Omit<Told, 'href'> | undefined][]) { // its own keys
  defineNoticeKind({
    name: `referrals.${name}`,
    good: GOOD.has(name),
    describe: async (tx, { subject }) => {
      const referral = await getReferral(tx, (subject['referral'] ?? '') as Id<'referral'>).catch(() => undefined) // written by tellOf
      const told = referral && words(referral)
      return told && referral && { ...told, href: routes.referral(referral.id) }
    },
  })
}

export function tellOf(tx: Tx, to: Id<'organisation'>, name: NoticeName, referral: Id<'referral'>): Promise<Id<'notice'>> {
  return tell(tx, { kind: `referrals.${name}`, to, subject: { referral } })
}

const ERASED = 'referrals.erased'

/** Said to everyone who ever had the details: they are gone here, and should be gone with them. */
defineNoticeKind({
  name: ERASED,
  good: false,
  describe: async (_tx, { subject }) => ({
    says: subject['because'] === 'time' ? 'Somebody’s details were kept as long as they should be, and are gone now.' : 'Somebody who was passed on has had their details erased here.',
    detail: `Please delete any copy of your own too. Reference ${subject['reference'] ?? ''}.`, href: subject['referral'] ? routes.referral(subject['referral']) : undefined,
  }),
})

export function tellOfErasure(tx: Tx, to: Id<'organisation'>, subject: { reference: string; because: string; referral: string }): Promise<Id<'notice'>> {
  return tell(tx, { kind: ERASED, to, subject })
}
