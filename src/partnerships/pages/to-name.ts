import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { listToChooseFrom } from '../../networks/index.ts'
import { listMyListings } from '../../organisations/index.ts'
import { listPartnersToAsk } from '../store.ts'

export type Near = { readonly id: Id<'organisation'>; readonly name: string }

/** Whom one may name in a form: members of one's networks, partners, and those one has listed; by name, each once. */
export async function listToName(tx: Tx): Promise<readonly Near[]> {
  const listed = (await listMyListings(tx)).map(({ id, name }) => ({ id: id as Id<'organisation'>, name })) // a column of organisation ids
  const all = [...await listToChooseFrom(tx), ...await listPartnersToAsk(tx), ...listed]
  return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}
