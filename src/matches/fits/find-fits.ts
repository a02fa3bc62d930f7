import { fit } from '../../../engine/index.ts'
import type { Ctx, Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { withAtlas } from '../atlas/with-atlas.ts'
import { readAsker } from './asker.ts'
import { engineQuestion, type FitQuestion } from './fit-question.ts'

/** Who completes us, best first, asked with the eyes of whoever acts. */
export async function findFits(ctx: Ctx | Tx, network: Id<'network'>, question: FitQuestion) {
  const asker = await ctx.read((tx) => readAsker(tx, network, question.near))
  return withAtlas(ctx, network, (atlas) => fit(atlas, engineQuestion(asker, question)))
}
