import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { Beside, Named } from '../../networks/index.ts'
import { listMyListings } from '../../organisations/index.ts'
import { listPartnersToAsk } from '../store.ts'

/** Whom one may name in a form besides the members of one's networks: partners, and those one has listed. */
export async function besideMembers(tx: Tx): Promise<Beside> {
  const listed: readonly Named[] = (await listMyListings(tx)).map(({ id, name }) => ({ id: id as Id<'organisation'>, name })) // a column of organisation ids
  return { known: [...await listPartnersToAsk(tx), ...listed].map(({ id, name }) => ({ id, name })), knownAs: 'Your partners, and those you listed' }
}
