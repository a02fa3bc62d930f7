import { asHouse, type Ctx } from '../kit/ctx.ts'
import { forgetFile } from '../kit/files.ts'
import type { Id } from '../kit/ids.ts'
import { getOrganisationToKeep } from '../organisations/index.ts'
import { getClaim } from './claim-store.ts'
import { deletePaper, findPaperFile } from './paper-store.ts'
import { countBehind, deleteProof } from './proof-store.ts'
import { deleteRecommendation } from './recommendation-store.ts'
import { mayAnswerFor } from './who-may.ts'

/**
 * Takes a proof away from a claim. A job stays, since it is also the others'; a paper, a figure or a quotation goes with the last claim
 * it stood behind.
 */
export function removeProof(ctx: Ctx, organisation: Id<'organisation'>, claim: Id<'claim'>, proof: Id<'proof'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    await getClaim(tx, organisation, claim)
    const behind = await deleteProof(tx, organisation, claim, proof)
    if (!behind) return
    if (behind.is !== 'job' && (await countBehind(tx, organisation, behind)) === 0) {
      if (behind.is === 'recommendation') await asHouse(tx).transaction((house) => deleteRecommendation(house, organisation, behind.id))
      else {
        const file = behind.is === 'certificate' ? await findPaperFile(tx, organisation, behind.id) : undefined
        await deletePaper(tx, organisation, behind.is, behind.id)
        if (file) await forgetFile(tx, file)
      }
    }
    await tx.emit('proof.removed', { organisation, claim })
  })
}
