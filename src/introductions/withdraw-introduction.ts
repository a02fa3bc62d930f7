import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed, NotFound } from '../kit/refusal.ts'
import { getOrganisationToKeep } from '../organisations/index.ts'
import { NothingToTakeBack } from './errors.ts'
import { letGo } from './settle.ts'
import { getIntroduction, getIntroductionToSettle, markIntroduction } from './store.ts'
import { maySpeak, mayWithdraw, partOf } from './who-may.ts'

/** Takes the question back while it waits. Whoever was asked is asked no longer; nothing is said to anyone. */
export function withdrawIntroduction(ctx: Ctx, id: Id<'introduction'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const introduction = await getIntroduction(tx, id)
    const part = partOf(tx.actor, introduction)
    if (!part) throw new NotFound()
    if (!mayWithdraw(part)) throw new NotAllowed('Only whoever asked can take this back.', 'If it does not suit you, answer with a no: nobody hears whose it was.')
    if (part === 'asker') await getOrganisationToKeep(tx, introduction.asker, maySpeak)
    await asHouse(tx).transaction(async (house) => {
      const { state } = await getIntroductionToSettle(house, id)
      if (state.is === 'withdrawn') return
      if (state.is !== 'asked') throw new NothingToTakeBack()
      await markIntroduction(house, introduction, { withdrawn_at: house.now })
      await letGo(house, introduction)
      await house.emit('introduction.ended', { introduction: id, network: introduction.network })
    })
  })
}
