import { z } from 'zod'
import { answerAsk, listOpenAsksTo } from '../asks/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { optionalText, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { ASSOCIATE } from './ask-next.ts'
import { hours } from './ask-for-cover.ts'
import { getPlace } from './bench-store.ts'
import { termsWaiting } from './bench.ts'
import { getCover } from './cover-store.ts'
import { getOursToKeep } from './who-may.ts'

export const answerInput = z.strictObject({ word: z.enum(['yes', 'partly', 'no'], 'Say yes, partly or no.'), hours: z.preprocess((value) => (value === '' ? undefined : value), hours('The hours').optional()), note: optionalText('The note', 300) })

/** Answers a cover we are asked for, by its own number: for programs, which have no page with buttons. */
export async function answerCover(ctx: Ctx, id: Id<'cover'>, input: unknown): Promise<void> {
  const open = await ctx.read(async (tx) => {
    await getCover(tx, id)
    await getOursToKeep(tx)
    return (await listOpenAsksTo(tx, 500)).find((asked) => asked.kind === ASSOCIATE && asked.subject.cover === id && asked.subject.associate === tx.actor.organisation)
  })
  if (!open) throw new NotFound('Nothing of this is asked of you just now.')
  const given = parse(answerInput, input)
  if (given.word === 'partly' && !given.hours) throw new Invalid([{ field: 'hours', sentence: 'Say how many of the hours you can do.' }])
  await answerAsk(ctx, open.id, given.word, given.word === 'partly' ? JSON.stringify({ minutes: given.hours, note: given.note }) : given.note)
}

/** Says yes or no to terms that wait on us. */
export async function answerTerms(ctx: Ctx, id: Id<'bench place'>, input: unknown): Promise<void> {
  const waiting = await ctx.read(async (tx) => {
    const place = await getPlace(tx, id)
    await getOursToKeep(tx)
    return termsWaiting(place)
  })
  if (!waiting?.ask || waiting.proposedBy === ctx.actor.organisation) throw new NotFound('No terms wait on you here.')
  const { word, note } = parse(termsAnswerInput, input)
  await answerAsk(ctx, waiting.ask, word, note)
}

export const termsAnswerInput = z.strictObject({ word: z.enum(['yes', 'no'], 'Say yes or no.'), note: optionalText('The note', 500) })
