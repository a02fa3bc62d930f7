import { z } from 'zod'
import type { Ctx } from '../../kit/ctx.ts'
import { parse, text } from '../../kit/fields.ts'
import type { Id } from '../../kit/ids.ts'
import { NotAllowed } from '../../kit/refusal.ts'
import { getOrganisationToKeep } from '../../organisations/index.ts'
import { mayAnswerFor } from '../who-may.ts'
import { PARTS, type StatementPart } from './statement.ts'
import { deleteUse, listUses, putUse } from './statement-store.ts'

const several = (value: unknown) => (value === undefined ? [] : [value].flat())
export const useInput = z.strictObject({
  name: text('What it is for', 80),
  part: z.preprocess(several, z.array(z.enum(PARTS, 'That is not a part of a statement.')).min(1, 'Choose at least one part.')),
})

const MOST_USES = 50

/** Remembers which parts a statement shows for one use: "Bid to the council". */
export function rememberUse(ctx: Ctx, organisation: Id<'organisation'>, input: unknown): Promise<readonly StatementPart[]> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const { name, part } = parse(useInput, input)
    if ((await listUses(tx, organisation)).length >= MOST_USES) throw new NotAllowed('50 uses are the most.', 'Forget one you no longer need.')
    await putUse(tx, organisation, name, part)
    return part
  })
}

export function forgetUse(ctx: Ctx, organisation: Id<'organisation'>, use: Id<'statement-use'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    await deleteUse(tx, organisation, use)
  })
}
