import { z } from 'zod'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { choice, optionalText, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { getNetworkById } from '../networks/index.ts'
import { findOrganisation, getOrganisationToKeep } from '../organisations/index.ts'
import { putDismissed, putMeets, putSaved, takeDismissed, takeSaved } from './choice-store.ts'
import { NobodyToLookFor, NotAMatch } from './errors.ts'
import { DAYS_OF_BAD_TIMING, MEETS, NOT_FOR_US } from './want.ts'
import { mayChooseFor } from './who-may.ts'

export const notForUsInput = z.strictObject({ reason: choice('why', NOT_FOR_US), note: optionalText('The note', 300) })
export const meetsInput = z.strictObject({ meets: choice('when you meet your own trade', MEETS) })

/** "Not for us", and why. They are gone from our lists at once, and it is nobody else's business. */
export function sayNotForUs(ctx: Ctx, network: Id<'network'>, other: Id<'organisation'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const ours = await chooser(tx, network)
    const { reason, note } = parse(notForUsInput, input)
    await mustBeSeen(tx, other, ours.organisation)
    const untilOn = reason === 'bad_timing' ? new Date(tx.now.getTime() + DAYS_OF_BAD_TIMING * 86_400_000).toISOString().slice(0, 10) : undefined
    await putDismissed(tx, ours, other, { reason, note, untilOn })
    await tx.emit('match.dismissed', { ...ours, other })
  })
}

/** Takes it back. Twice is harmless, and so is taking back what was never said. */
export function takeBackNotForUs(ctx: Ctx, network: Id<'network'>, other: Id<'organisation'>): Promise<void> {
  return ctx.transaction(async (tx) => takeDismissed(tx, await chooser(tx, network), other))
}

export function saveMatch(ctx: Ctx, network: Id<'network'>, other: Id<'organisation'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const ours = await chooser(tx, network)
    await mustBeSeen(tx, other, ours.organisation)
    await putSaved(tx, ours, other)
  })
}

export function takeBackSaved(ctx: Ctx, network: Id<'network'>, other: Id<'organisation'>): Promise<void> {
  return ctx.transaction(async (tx) => takeSaved(tx, await chooser(tx, network), other))
}

/** When we want to meet those of our own trade, and be met by them. */
export function sayOwnTrade(ctx: Ctx, organisation: Id<'organisation'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayChooseFor)
    await putMeets(tx, organisation, parse(meetsInput, input).meets)
  })
}

/** The organisation acted for, where it is a member of this network and the person may choose for it. */
export async function chooser(tx: Tx, network: Id<'network'>): Promise<{ readonly network: Id<'network'>; readonly organisation: Id<'organisation'> }> {
  const found = await getNetworkById(tx, network)
  const { organisation } = tx.actor
  if (!organisation || !found.isMember) throw new NobodyToLookFor()
  await getOrganisationToKeep(tx, organisation, mayChooseFor)
  return { network, organisation }
}

async function mustBeSeen(tx: Tx, other: Id<'organisation'>, ours: Id<'organisation'>): Promise<void> {
  if (other === ours || !(await findOrganisation(tx, other))) throw new NotAMatch()
}
