import { z } from 'zod'
import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { choice, parse } from '../../kit/fields.ts'
import type { Id } from '../../kit/ids.ts'
import { readLink } from '../../kit/one-time-link.ts'
import { SignInFirst } from '../../kit/refusal.ts'
import { ActForItFirst, findRole, getOrganisation, namesOfOrganisations } from '../../organisations/index.ts'
import { RHYTHMS, rhythmOf, type Rhythm } from './letter.ts'
import { findHabit, putRhythm } from './store.ts'
import { STOP_LETTERS } from './write-letters.ts'

export const rhythmInput = z.strictObject({ rhythm: choice('how often', RHYTHMS) })

export type Habit = { readonly organisation: string; readonly rhythm: Rhythm; readonly writtenAt?: Date }

/** How often somebody hears of the organisation they act for. */
export function readHabit(ctx: Ctx): Promise<Habit> {
  return ctx.read(async (tx) => {
    const { person, organisation } = tx.actor
    if (!person) throw new SignInFirst()
    if (!organisation) throw new ActForItFirst('nobody')
    const [{ name }, { rhythm, writtenAt }, role] = await Promise.all([getOrganisation(tx, organisation), findHabit(tx, organisation), findRole(tx, organisation, person)])
    return { organisation: name, rhythm: rhythmOf(rhythm, role ?? 'member'), writtenAt }
  })
}

export function chooseRhythm(ctx: Ctx, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { person, organisation } = tx.actor
    if (!person) throw new SignInFirst()
    if (!organisation) throw new ActForItFirst('nobody')
    await putRhythm(tx, { person, organisation }, parse(rhythmInput, input).rhythm)
  })
}

type ForReader = { readonly person: Id<'person'>; readonly organisation: Id<'organisation'> }

/** Whose letter a link stops. Looking changes nothing: mail scanners follow links. */
export function readStop(ctx: Ctx, token: string): Promise<{ readonly organisation: string }> {
  return asHouse(ctx).read(async (tx) => {
    const { subject } = await readLink<ForReader>(tx, STOP_LETTERS, token)
    return { organisation: (await namesOfOrganisations(tx, [subject.organisation])).get(subject.organisation) ?? 'Your organisation' }
  })
}

/** By the link in a letter, without signing in, as often as they like: never, or once a month. A mail program that only presses says nothing more. */
export function stopByLink(ctx: Ctx, token: string, rhythm: Rhythm = 'never'): Promise<void> {
  return asHouse(ctx).transaction(async (tx) => {
    const { subject } = await readLink<ForReader>(tx, STOP_LETTERS, token)
    await putRhythm(tx, subject, rhythm)
  })
}
