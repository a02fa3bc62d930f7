import type { Ctx } from '../kit/ctx.ts'
import { parse, text } from '../kit/fields.ts'
import { z } from 'zod'
import type { Id } from '../kit/ids.ts'
import { getOrganisationToKeep } from '../organisations/index.ts'
import { putDismissed, takeDismissed } from './answer-store.ts'
import type { Question } from './answer.ts'
import { mayAnswerFor } from './who-may.ts'

const noteInput = z.strictObject({ kind: text('The note', 40), words: z.string().max(1000).default('') })

/** A note that is not helpful is put away for good: about these words, or of this kind where it is about the whole answer. */
export function dismissNote(ctx: Ctx, organisation: Id<'organisation'>, question: Question, input: unknown, back = false): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const note = parse(noteInput, input)
    await (back ? takeDismissed : putDismissed)(tx, organisation, question, note)
  })
}
