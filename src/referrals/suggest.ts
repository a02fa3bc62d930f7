import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'

/** Somebody who could take a person on, and why, in whole sentences. */
export type Suggestion = {
  readonly organisation: Id<'organisation'>
  readonly name: string
  /** A partner of ours. */
  readonly known: boolean
  readonly reasons: readonly string[]
  readonly cautions: readonly string[]
  /** Why they may not be able to just now: "no room until 4 June". */
  readonly away?: string
}

export type Wanted = { readonly needs: string; /** Always among them: chosen already. */ readonly with?: Id<'organisation'>; /** Whoever has declined this person is left out. */ readonly person?: Id<'referral-person'> }

export async function suggestReceivers(_ctx: Ctx, _wanted: Wanted): Promise<readonly Suggestion[]> {
  return []
}
