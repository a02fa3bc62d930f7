import type { Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { tell } from '../notices/index.ts'
import { changeOurs, hasAgreed, mustGoOn, pairOf } from './change-ours.ts'
import { stageInput } from './input.ts'
import { saveMoment } from './moment-store.ts'
import { STAGE_WORDS } from './partnership.ts'
import { changeShared, changeSide } from './store.ts'

/**
 * Either side says how far it has grown; it is never guessed. The other is told and it stands in the timeline. A tie rests on the
 * earlier of what the two say, so nobody ties another by their own word. Answers with the moment that takes it back.
 */
export function setStage(ctx: Ctx, id: Id<'partnership'>, input: unknown): Promise<{ moment?: Id<'moment'> }> {
  const { stage } = parse(stageInput, input)
  return changeOurs(ctx, id, async (house, ours) => {
    mustGoOn(ours)
    if (stage === ours.stage && stage === ours.ours.stage) return {}
    await changeSide(house, ours.us, id, { said_stage: stage })
    await changeShared(house, id, { stage })
    if (!hasAgreed(ours)) return {}
    const says = stage === ours.stage ? `Both say so: ${STAGE_WORDS[stage]}.` : `From ${STAGE_WORDS[ours.stage]} to ${STAGE_WORDS[stage]}.`
    const moment = await saveMoment(house, id, { kind: 'stage', says, by: ours.us, at: house.now, subject: { stage, before: ours.stage, saidBefore: ours.ours.stage } })
    await tell(house, { kind: 'partnerships.stage', to: ours.partner.id, subject: { partnership: id, partner: ours.us, stage } })
    await house.emit('partnership.changed', { partnership: id, between: pairOf(ours) })
    return { moment }
  })
}
