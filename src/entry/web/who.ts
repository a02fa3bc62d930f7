import type { Context } from 'hono'
import { nobody, type Actor } from '../../kit/ctx.ts'
import { openCtx, type House } from '../../kit/open-ctx.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { WebEnv } from '../../kit/web/env.ts'
import { isStaffOf } from '../../organisations/index.ts'
import { findSession, readSessionCookie } from '../../people/index.ts'
import { findToken } from '../../upkeep/index.ts'

class TokenRefused extends Refusal {
  readonly kind = 'sign-in-first'
  constructor() { super('This token is not one of ours, has run out or was withdrawn.', 'Make a new one under Account, Tokens.') }
}

/** Who is asking: a person by their cookie, a program by its token, or nobody we know. Rights are looked up again each time. */
export async function whoIsAsking(house: House, c: Context<WebEnv>): Promise<Actor> {
  const ctx = openCtx(house, { actor: { by: 'house' } })
  const bearer = /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1]
  if (bearer) {
    const token = await ctx.transaction((tx) => findToken(tx, bearer))
    if (!token) throw new TokenRefused()
    return token
  }
  const cookie = readSessionCookie(c.req.header('Cookie') ?? '')
  if (!cookie) return nobody
  return ctx.transaction(async (tx) => {
    const session = await findSession(tx, cookie)
    if (!session) return nobody
    const organisation = session.organisation && (await isStaffOf(tx, session.person, session.organisation)) ? session.organisation : undefined
    return { by: 'session', person: session.person, session: session.id, provedAt: session.provedAt, organisation, network: session.network }
  })
}
