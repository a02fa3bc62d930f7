import type { AskedOf } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { listStaff } from '../organisations/index.ts'
import { findAccount } from '../people/index.ts'

/** An organisation is asked on its Home, and its owner by mail: Friday is soon. As the house. */
export async function askedOf(tx: Tx, organisation: Id<'organisation'>): Promise<AskedOf> {
  const owner = (await listStaff(tx, organisation)).find((one) => one.role === 'owner')
  const account = owner && (await findAccount(tx, owner.person))
  return { organisation, person: owner?.person, email: account?.email, name: account?.name }
}
