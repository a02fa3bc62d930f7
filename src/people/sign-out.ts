import { audit } from '../kit/audit.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { Session } from './session.ts'
import { endSessions, listLiveSessions } from './store.ts'
import { mustBeSignedIn, mustBeSomeone } from './who-may.ts'

/** Ends this browser's session; harmless where there is none. */
export async function signOut(ctx: Ctx): Promise<void> {
  const { person, session } = ctx.actor
  if (!person || !session) return
  await ctx.transaction(async (tx) => {
    if (await endSessions(tx, { person, only: session })) await audit(tx, { chain: 'house', act: 'signed out', subject: `person:${person}`, detail: { session } })
  })
}

/** Ends every session of this person, here and on all other devices. */
export async function signOutEverywhere(ctx: Ctx): Promise<void> {
  const { person } = mustBeSignedIn(ctx.actor)
  await ctx.transaction(async (tx) => {
    const sessions = await endSessions(tx, { person })
    await audit(tx, { chain: 'house', act: 'signed out everywhere', subject: `person:${person}`, detail: { sessions } })
  })
}

/** Where one is signed in, this one marked. */
export async function listSessions(ctx: Ctx): Promise<readonly Session[]> {
  const person = mustBeSomeone(ctx.actor)
  return ctx.read((tx) => listLiveSessions(tx, person))
}

/** Ends one of one's own sessions, such as the one on a lost phone. */
export async function endSession(ctx: Ctx, session: Id<'session'>): Promise<void> {
  const person = mustBeSomeone(ctx.actor)
  await ctx.transaction(async (tx) => {
    if (!await endSessions(tx, { person, only: session })) throw new NotFound('This sign-in has already ended.', 'Look at the list again.')
    await audit(tx, { chain: 'house', act: 'session ended', subject: `person:${person}`, detail: { session } })
  })
}
