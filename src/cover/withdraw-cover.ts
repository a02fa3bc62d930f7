import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { tell } from '../notices/index.ts'
import { inNameOf } from '../organisations/index.ts'
import { getCover, holdCover, listAsked, markCover } from './cover-store.ts'
import { NotItsTurn } from './errors.ts'
import { getOursToKeep } from './who-may.ts'

/** Takes it back: nobody is needed any more. Whoever took it is told; once it is handed over it is handed back instead. Twice is harmless. */
export function withdrawCover(ctx: Ctx, id: Id<'cover'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    if ((await getCover(tx, id)).organisation !== us) throw new NotFound()
    await asHouse(tx).transaction(async (house) => {
      const as = inNameOf(house, ctx.actor)
      const cover = await holdCover(as, id)
      if (cover.withdrawnAt) return
      if (cover.handedOverAt) throw new NotItsTurn('The work has been handed over already.', 'Ask for it back; they write what was done.')
      await markCover(as, id, { withdrawn_at: as.now, withdrawn_by: ctx.actor.person ?? null })
      for (const one of (await listAsked(as, [id])).filter((each) => each.chosen)) await tell(as, { kind: 'cover.withdrawn', to: one.associate, subject: { cover: id } })
      await as.emit('cover.closed', { cover: id, organisation: us })
    })
  })
}
