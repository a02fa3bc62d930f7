import type { Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { changeOurs, getPartnership, getUsToSpeak, mustBeAgreed, pairOf } from './change-ours.ts'
import { NotYoursToTakeBack } from './errors.ts'
import { lineInput } from './input.ts'
import { deleteMoment, deleteNote, findMoment, saveMoment, saveNote } from './moment-store.ts'
import type { Stage } from './partnership.ts'
import { changeShared, changeSide } from './store.ts'

export type Line = { readonly is: 'moment'; readonly id: Id<'moment'> } | { readonly is: 'note'; readonly id: Id<'note'> }

/** Adds one line: to the timeline both share, or to what only we read. */
export async function addLine(ctx: Ctx, id: Id<'partnership'>, input: unknown): Promise<Line> {
  const { says, on, for: whom } = parse(lineInput, input)
  const at = on ? new Date(`${on}T12:00:00Z`) : ctx.now
  if (on && on > ctx.now.toISOString().slice(0, 10)) throw new Invalid([{ field: 'on', sentence: 'That day is still to come. Put it down as the next step.' }])
  if (whom === 'us') {
    return ctx.transaction(async (tx) => {
      await getPartnership(tx, id)
      const us = await getUsToSpeak(tx)
      return { is: 'note', id: await saveNote(tx, us.id, id, says, at) }
    })
  }
  return changeOurs(ctx, id, async (house, ours) => {
    mustBeAgreed(ours)
    const moment = await saveMoment(house, id, { kind: 'note', says, by: ours.us, at })
    await house.emit('partnership.changed', { partnership: id, between: pairOf(ours) })
    return { is: 'moment', id: moment }
  })
}

/** Our own words can be taken away again. */
export function removeNote(ctx: Ctx, id: Id<'partnership'>, note: Id<'note'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getPartnership(tx, id)
    const us = await getUsToSpeak(tx)
    if (!(await deleteNote(tx, us.id, id, note))) throw new NotFound()
  })
}

const DAY = 86_400_000

/** Takes back what we added to the timeline: our own line at any time, the latest stage for a day. What else happened, happened. */
export function takeBackMoment(ctx: Ctx, id: Id<'partnership'>, moment: Id<'moment'>): Promise<void> {
  return changeOurs(ctx, id, async (house, ours) => {
    const found = await findMoment(house, id, moment)
    if (!found) throw new NotFound()
    if (found.by !== ours.us) throw new NotYoursToTakeBack()
    if (found.kind === 'stage') {
      const { stage, before, saidBefore } = found.subject as { stage: Stage; before?: Stage; saidBefore?: Stage } // written by setStage
      const stillSo = stage === ours.stage && stage === ours.ours.stage
      if (!stillSo || !before || !saidBefore || house.now.getTime() - found.recordedAt.getTime() > DAY) throw new NotYoursToTakeBack()
      await changeShared(house, id, { stage: before })
      await changeSide(house, ours.us, id, { said_stage: saidBefore })
    } else if (found.kind !== 'note') throw new NotYoursToTakeBack()
    await deleteMoment(house, id, moment)
    await house.emit('partnership.changed', { partnership: id, between: pairOf(ours) })
  })
}
