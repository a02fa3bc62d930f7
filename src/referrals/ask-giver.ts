import { answerAsk, ask, defineAskKind } from '../asks/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { routes } from '../routes.ts'
import { addressOf, mustSpeakFor } from './acting.ts'
import { actingForSeen } from './answer-referral.ts'
import { findOpenAsk, noteAsk } from './ask-store.ts'
import { NotInHand } from './errors.ts'
import { questionInput } from './input.ts'
import { referralOf } from './offer.ts'
import { DAY_MS, DAYS_TO_ANSWER, isOver, type Referral } from './referral.ts'
import { getReferral, holdReferral, listLines, markReferral } from './store.ts'
import { tellOf } from './tell-of-it.ts'

export const QUESTION = 'referrals.question'

/** The receiver asks the giver something, or the giver answers: one short thread, which goes when the person is erased. */
export function writeLine(ctx: Ctx, id: Id<'referral'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await actingForSeen(tx, id)
    const { givenBy, givenTo } = await getReferral(tx, id)
    if (us !== givenBy && us !== givenTo) throw new NotAllowed('This thread is between its two sides.')
    const { words } = parse(questionInput, input)
    const answered = await asHouse(tx).transaction(async (house) => {
      const referral = await holdReferral(house, id)
      if (isOver(referral) || !referral.offeredAt || !referral.person) throw new NotInHand()
      await saveLine(house, referral, us, words)
      return us === givenTo ? askGiver(house, referral) : answerGiven(house, referral)
    })
    if (answered) await answerAsk(tx, answered, 'answered')
  })
}

async function saveLine(tx: Tx, referral: Referral, by: Id<'organisation'>, words: string): Promise<void> {
  await tx.db.insertInto('referral_line').values({ referral_id: referral.id, id: newId<'line'>(), person_id: referral.person ?? '', organisation_id: by, words, said_at: tx.now, said_by: tx.actor.person }).execute()
  await markReferral(tx, referral.id, {})
}

/** One question at a time waits; a second line while it does is read with the first. */
async function askGiver(tx: Tx, { id, givenBy, givenTo }: Referral): Promise<undefined> {
  if (await findOpenAsk(tx, id, 'question')) return undefined
  const made = await ask(tx, { kind: QUESTION, from: { person: tx.actor.person, organisation: givenTo }, to: { organisation: givenBy, email: await addressOf(tx, givenBy) }, subject: { referral: id }, answerBy: new Date(tx.now.getTime() + DAYS_TO_ANSWER * DAY_MS) })
  await noteAsk(tx, id, made.id, 'question')
  return undefined
}

async function answerGiven(tx: Tx, { id, givenTo }: Referral): Promise<Id<'ask'> | undefined> {
  await tellOf(tx, givenTo, 'replied', id)
  return findOpenAsk(tx, id, 'question')
}

defineAskKind({
  name: QUESTION,
  words: { answered: 'Write an answer', unknown: 'I don’t know; please ask them' },
  describe: async (tx, asked) => {
    const id = referralOf(asked)
    const { receiver, givenTo, shownAs } = await getReferral(tx, id)
    const question = (await listLines(tx, id)).findLast((line) => line.by === givenTo)
    return {
      title: `${receiver} has a question about your referral`, lines: question ? [`About ${shownAs ?? 'the person'}:`, `“${question.words}”`] : ['The question is no longer here.'],
      seenBy: `You and ${receiver}`,
    }
  },
  answered: async (tx, asked, { word, by }) => {
    const referral = await holdReferral(tx, referralOf(asked))
    await mustSpeakFor(tx, referral.givenBy, by)
    if (word !== 'unknown' || !referral.person || isOver(referral)) return
    await saveLine(tx, referral, referral.givenBy, 'I don’t know; please ask them.')
    await tellOf(tx, referral.givenTo, 'replied', referral.id)
  },
  needsPage: { answered: (asked) => routes.referralQuestions(referralOf(asked)) },
})
