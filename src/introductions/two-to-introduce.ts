import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { listNetworksOf } from '../networks/index.ts'
import { getOrganisation, type Organisation } from '../organisations/index.ts'
import { NobodyThereYet, OnlyMembersHere, RestingNow } from './errors.ts'

/** Somebody who can be asked today: seen by the asker, a member here, with people who answer, and not taking a rest. */
export async function getMemberToAsk(tx: Tx, network: Id<'network'>, id: Id<'organisation'>): Promise<Organisation> {
  const organisation = await getOrganisation(tx, id)
  if (organisation.standing.is === 'closed') throw new NotFound()
  if (!(await listNetworksOf(tx, id)).some((one) => one.id === network)) throw new OnlyMembersHere(organisation.name)
  if (organisation.standing.is === 'listed') throw new NobodyThereYet(organisation.name)
  if (organisation.standing.is === 'resting') throw new RestingNow(organisation.name)
  return organisation
}
