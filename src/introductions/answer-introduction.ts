import { z } from 'zod'
import { answerAsk, answerByLink, readAskByLink } from '../asks/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { choice, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { LinkRefused } from '../kit/one-time-link.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { getOrganisationToKeep } from '../organisations/index.ts'
import { SIDE } from './ask-side.ts'
import { contactFields, contactFrom, saveContact } from './contact.ts'
import { NothingToAnswer } from './errors.ts'
import { subjectOf } from './kinds.ts'
import { getIntroduction, listWords } from './store.ts'
import { maySpeak } from './who-may.ts'

export const answerInput = z.strictObject({ answer: choice('your answer', ['yes', 'no']), ...contactFields, way: contactFields.way.default('page') })
export const detailsInput = z.strictObject(contactFields)

/** Says yes or no for the organisation acted for; as a side also how it may be reached. The same as answering under "Your turn". */
export function answerIntroduction(ctx: Ctx, id: Id<'introduction'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const introduction = await getIntroduction(tx, id)
    const word = (await listWords(tx, introduction)).find((one) => one.organisation === tx.actor.organisation)
    if (!word) throw new NotAllowed('This is not asked of you.', 'Whoever was asked answers for themselves.')
    await getOrganisationToKeep(tx, word.organisation, maySpeak)
    if (!word.ask || word.said || introduction.state.is !== 'asked') throw new NothingToAnswer()
    const { answer, ...chosen } = parse(answerInput, input)
    if (answer === 'yes' && word.part === 'side') await choose(tx, id, word.organisation, chosen)
    await answerAsk(tx, word.ask, answer)
  })
}

/** A yes with other details than those on the page, by the link that asked: no account is needed. */
export async function answerWithDetails(ctx: Ctx, token: string, input: unknown): Promise<void> {
  const { ask } = await readAskByLink(ctx, token)
  if (ask.kind !== SIDE) throw new LinkRefused('This link is for something else.', 'Open it as it was sent to you.')
  const { introduction, asked } = subjectOf(ask)
  const chosen = parse(detailsInput, input)
  await asHouse(ctx).transaction(async (tx) => {
    await choose(tx, introduction, asked, chosen)
    await answerByLink(tx, token, 'other')
  })
}

async function choose(tx: Tx, id: Id<'introduction'>, side: Id<'organisation'>, chosen: z.output<typeof detailsInput>): Promise<void> {
  const contact = await contactFrom(tx, side, chosen)
  await asHouse(tx).transaction(async (house) => saveContact(house, await getIntroduction(house, id), side, contact))
}
