import { z } from 'zod'
import { audit } from '../../kit/audit.ts'
import type { Ctx } from '../../kit/ctx.ts'
import { choice, parse, text } from '../../kit/fields.ts'
import type { Id } from '../../kit/ids.ts'
import { Invalid, NotFound } from '../../kit/refusal.ts'
import { isHost, mustBeSignedIn, mustBeSomeone, mustHaveProvedRecently } from '../../people/index.ts'
import { addToken, listTokensOf, withdraw } from './store.ts'
import { LIFETIMES, SCOPES, type Token } from './token.ts'

const scopes = z.preprocess((value) => (typeof value === 'string' ? [value] : value ?? []),
  z.array(choice('what it may do', SCOPES), 'Choose what it may do.').min(1, 'Choose what it may do.').max(SCOPES.length, 'Choose each once.'))
const tokenSchema = z.strictObject({ name: text('Its name', 60), scopes, lasts: choice('how long it lasts', ['month', 'quarter', 'year']) })

/**
 * Makes a token for a program. The text is given out this once. It speaks for the organisation its maker acts for now, and only while
 * they may. Programs make no tokens: the person does, having just shown who they are.
 */
export async function makeToken(ctx: Ctx, input: unknown): Promise<{ token: Token; text: string }> {
  const { person } = mustHaveProvedRecently(ctx)
  const wanted = parse(tokenSchema, input)
  return ctx.transaction(async (tx) => {
    if (wanted.scopes.includes('upkeep') && !await isHost(tx, person)) throw new Invalid([{ field: 'scopes', sentence: 'Only whoever hosts this house can let a program tend it.' }])
    const endsAt = new Date(tx.now.getTime() + LIFETIMES[wanted.lasts] * 24 * 3_600_000)
    const made = await addToken(tx, { person, name: wanted.name, scopes: [...new Set(wanted.scopes)], endsAt })
    await audit(tx, { chain: 'house', act: 'token made', subject: `token:${made.token.id}`, detail: { scopes: made.token.scopes.join(' ') } })
    return made
  }, { keepResult: false })
}

export async function listTokens(ctx: Ctx): Promise<readonly Token[]> {
  const person = mustBeSomeone(ctx.actor)
  return ctx.read((tx) => listTokensOf(tx, person))
}

/** From now on the program is turned away. */
export async function withdrawToken(ctx: Ctx, id: Id<'token'>): Promise<void> {
  const { person } = mustBeSignedIn(ctx.actor)
  await ctx.transaction(async (tx) => {
    if (!await withdraw(tx, person, id)) throw new NotFound('This token is not there, or was withdrawn already.', 'Look at the list again.')
    await audit(tx, { chain: 'house', act: 'token withdrawn', subject: `token:${id}` })
  })
}
