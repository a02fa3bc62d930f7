import { z } from 'zod'
import { withdrawAsk } from '../asks/index.ts'
import { correctJob, dayOf, pastDay, removeJob, takeProofAway, VALUE_BANDS } from '../answers/index.ts'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { choice, optionalText, parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { tell } from '../notices/index.ts'
import { getOrganisationToKeep } from '../organisations/index.ts'
import { askParty } from './ask-party.ts'
import { ENDINGS, proves, type Outcome } from './outcome.ts'
import { proveParts } from './prove-parts.ts'
import { getOutcome, listOpenAsksAbout, saveEnding } from './store.ts'
import { maySayOutcome } from './who-may.ts'

export const correctionInput = z.strictObject({
  what: text('What the job was', 200),
  forWhom: optionalText('For whom', 120),
  finishedOn: pastDay('When it ended'),
  ending: choice('how it ended', ENDINGS),
  value: z.preprocess((value) => (value === '' ? undefined : value), z.enum(VALUE_BANDS, 'Choose a band from the list.').optional()),
})
export const takingBackInput = z.strictObject({ because: text('Why you take it back', 200) })

/** Whoever noted an outcome sets it right. Those who have spoken of it are asked again; until then it is no proof by their word. */
export function correctOutcome(ctx: Ctx, id: Id<'outcome'>, input: unknown): Promise<{ readonly askedAgain: number }> {
  return ctx.transaction(async (tx) => {
    const outcome = await getOwnOutcome(tx, id)
    const given = parse(correctionInput, input)
    if (given.finishedOn > dayOf(tx.now)) throw new Invalid([{ field: 'finishedOn', sentence: 'That day is still to come. Say what came of it once it is over.' }])
    return asHouse(tx).transaction(async (house) => {
      const again = await correctJob(house, outcome.job, outcome.notedBy, given)
      await saveEnding(house, id, given.ending)
      if (!proves(given.ending)) await takeProofAway(house, outcome.job)
      else await proveParts(house, outcome.notedBy, outcome.job, outcome.parts.filter((part) => part.organisation === outcome.notedBy))
      for (const party of again) await askParty(house, { outcome: id, job: outcome.job, by: outcome.notedBy, party })
      await audit(house, { chain: `organisation:${outcome.notedBy}`, act: 'outcome.corrected', subject: id })
      return { askedAgain: again.length }
    })
  }, { serializable: true })
}

/** Takes it back: the job and its proof leave every page, nobody is asked any more, and those who did it are told why. */
export function takeBackOutcome(ctx: Ctx, id: Id<'outcome'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const outcome = await getOwnOutcome(tx, id)
    const { because } = parse(takingBackInput, input)
    await asHouse(tx).transaction(async (house) => {
      const what = await house.db.selectFrom('job').select('what').where('id', '=', outcome.job).executeTakeFirst()
      for (const ask of await listOpenAsksAbout(house, id)) await withdrawAsk(house, ask)
      const parties = await removeJob(house, outcome.job) // the outcome goes with it
      for (const to of parties) if (to !== outcome.notedBy) await tell(house, { kind: 'outcomes.taken-back', to, subject: { by: outcome.notedBy, what: what?.what ?? '', because } })
      await audit(house, { chain: `organisation:${outcome.notedBy}`, act: 'outcome.taken-back', subject: id })
    })
  }, { serializable: true })
}

/** Seen first; that it is not ours to change is said as for one that is not there. */
async function getOwnOutcome(tx: Tx, id: Id<'outcome'>): Promise<Outcome> {
  const outcome = await getOutcome(tx, id)
  if (outcome.notedBy !== tx.actor.organisation) throw new NotFound('Only whoever noted this can set it right.', 'Say it was otherwise when you are asked, or write to them.')
  await getOrganisationToKeep(tx, outcome.notedBy, maySayOutcome)
  return outcome
}
