import { z } from 'zod'
import type { Ctx } from '../kit/ctx.ts'
import { choice, optionalDay, parse, text } from '../kit/fields.ts'
import { isId, type Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { getCapability } from '../networks/index.ts'
import { SIGHT_WORDS } from '../organisations/index.ts'
import { chooser } from './choose.ts'
import { TooManyWants } from './errors.ts'
import { DAYS_A_WANT_LASTS, LENSES, MOST_WANTS } from './want.ts'
import { countWants, getOwnWant, markWithdrawn, saveWants } from './want-store.ts'

export const wantInput = z.strictObject({
  lens: choice('why you look', LENSES),
  says: text('What you are looking for', 500),
  capability: z.preprocess((value) => (value === '' ? undefined : value), z.custom<Id<'capability'>>((value) => isId(value), 'That is not a capability of this network.').optional()),
  from: optionalDay('From when'),
  until: optionalDay('Until when'),
  sight: choice('who may see it', SIGHT_WORDS).default('network'),
})

/** Posts a need. Members who could answer it find it, and we are told of newcomers who fit. */
export function postWant(ctx: Ctx, network: Id<'network'>, input: unknown): Promise<Id<'want'>> {
  return ctx.transaction(async (tx) => {
    const { organisation } = await chooser(tx, network)
    const { from, until, capability, ...words } = parse(wantInput, input)
    if (from && until && until < from) throw new Invalid([{ field: 'until', sentence: 'The last day is before the first. Change one of them.' }])
    if (capability) await getCapability(tx, network, capability)
    if (await countWants(tx, network, organisation) >= MOST_WANTS) throw new TooManyWants()
    const [want] = await saveWants(tx, [{ ...words, network, organisation, from, until, capability, endsOn: lastDay(tx.now, until) }])
    if (!want) throw new Error('One need was saved, yet none came back.')
    await tx.emit('want.posted', { network, want, organisation })
    return want
  })
}

/** Takes a need down, or puts it up again where it has not ended by itself. */
export function withdrawWant(ctx: Ctx, network: Id<'network'>, want: Id<'want'>, back = false): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { organisation } = await chooser(tx, network)
    const { withdrawnAt } = await getOwnWant(tx, network, want)
    if (!!withdrawnAt !== back) return
    if (back && await countWants(tx, network, organisation) >= MOST_WANTS) throw new TooManyWants()
    await markWithdrawn(tx, network, want, back ? null : tx.now)
    await tx.emit(back ? 'want.posted' : 'want.ended', { network, want, organisation })
  })
}

/** A need for certain days ends with them; any other after three months. */
function lastDay(now: Date, until: string | undefined): string {
  return until && until >= now.toISOString().slice(0, 10) ? until : new Date(now.getTime() + DAYS_A_WANT_LASTS * 86_400_000).toISOString().slice(0, 10)
}
