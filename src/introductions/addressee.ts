import type { AskedOf } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { listOwners } from '../organisations/index.ts'
import { findAccount } from '../people/index.ts'

/** Who is written to when an organisation is asked: whoever has owned it longest. It stands under "Your turn" for all its people. As the house. */
export async function addresseeOf(tx: Tx, organisation: Id<'organisation'>): Promise<AskedOf> {
  for (const owner of await listOwners(tx, organisation)) {
    const account = await findAccount(tx, owner)
    if (account) return { organisation, email: account.email, name: account.name }
  }
  return { organisation }
}
