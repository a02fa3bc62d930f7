import { z } from 'zod'
import { changeClaim, listClaims } from '../answers/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { id as idField, optionalDay, optionalText, parse } from '../kit/fields.ts'
import { Invalid } from '../kit/refusal.ts'
import { getOursToKeep } from './who-may.ts'

export const freeInput = z.strictObject({
  claim: z.preprocess((value) => value || undefined, idField<'claim'>('That claim').optional()), says: optionalText('How much', 160), from: optionalDay('Free from'), until: optionalDay('Free until'),
})

/** "Free from ... to ...", said lightly: it stands as the capacity of our claims, where the bench and every search read it. Empty means: not saying. */
export function sayFree(ctx: Ctx, input: unknown): Promise<number> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    const { claim, says, from, until } = parse(freeInput, input)
    if (from && until && until < from) throw new Invalid([{ field: 'until', sentence: 'This day comes before the one it starts on.' }])
    const claims = (await listClaims(tx, us)).filter((one) => !claim || one.id === claim)
    if (claims.length === 0) throw new Invalid([{ field: 'claim', sentence: 'Say first what you can do: busy and free belong to a capability. Add one under My page.' }])
    for (const one of claims) {
      await changeClaim(tx, us, one.id, { ...(one.network ? { network: one.network } : {}), ...(one.capability ? { capability: one.capability } : {}), words: one.title, strength: one.strength, says: one.says, sight: one.sight, capacitySays: says, capacityFrom: from, capacityUntil: until })
    }
    return claims.length
  })
}
