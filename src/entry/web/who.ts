import type { Context } from 'hono'
import { house as theHouse, nobody, type Actor, type Tx } from '../../kit/ctx.ts'
import { openCtx, type House } from '../../kit/open-ctx.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { WebEnv } from '../../kit/web/env.ts'
import { inNameOf, listWorkingFor } from '../../organisations/index.ts'
import { findSession, readSessionCookie } from '../../people/index.ts'
import { routes } from '../../routes.ts'
import { findToken } from '../../upkeep/index.ts'

class OnlyForPrograms extends Refusal {
  readonly kind = 'not-allowed'
  constructor() { super('Tokens are for the API; pages are for people signed in.', 'Send the request to an address below /api/v1, which keeps to what the token may do.') }
}

class TokenRefused extends Refusal {
  readonly kind = 'sign-in-first'
  constructor() { super('This token is not one of ours, has run out or was withdrawn.', 'Make a new one under Account, Tokens.') }
}

/** Who is asking: a person by their cookie, a program by its token, or nobody we know. Rights are looked up again each time. */
export async function whoIsAsking(house: House, c: Context<WebEnv>): Promise<Actor> {
  const ctx = openCtx(house, { actor: theHouse })
  const bearer = /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1]
  if (bearer) {
    if (!c.req.path.startsWith(`${routes.apiV1}/`)) throw new OnlyForPrograms() // pages know no scopes
    return ctx.transaction(async (tx) => {
      const actor = await findToken(tx, bearer)
      if (!actor) throw new TokenRefused()
      return stillActingFor(tx, actor)
    })
  }
  const cookie = readSessionCookie(c.req.header('Cookie') ?? '', house.baseUrl())
  if (!cookie) return nobody
  const actor = await findSession(ctx, cookie, (tx, { person, id, organisation, provedAt }) => stillActingFor(tx, { by: 'session', person, session: id, provedAt, organisation }))
  return actor ?? nobody
}

/** The choice of whom to act for is kept, the right to it is not: it is looked up each time. Without a choice it is the first. */
async function stillActingFor(tx: Tx, actor: Actor): Promise<Actor> {
  const working = await listWorkingFor(inNameOf(tx, actor))
  const chosen = working.find((one) => one.organisation === actor.organisation) ?? (actor.by === 'session' ? working[0] : undefined)
  return { ...actor, organisation: chosen?.organisation, network: undefined } // a network is chosen by the address, never remembered
}
