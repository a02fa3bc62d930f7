import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { ActForItFirst, OrganisationClosed } from './errors.ts'
import type { Organisation } from './organisation.ts'
import { getOrganisation, keepingOf } from './store.ts'
import type { Keeping } from './who-may.ts'

/** An organisation the asker wants to change: seen first, then asked whether they may, by one of the lines in `who-may.ts`. */
export async function getOrganisationToKeep(tx: Tx, id: Id<'organisation'>, may: (keeping: Keeping) => boolean): Promise<Organisation> {
  const organisation = await getOrganisation(tx, id)
  const keeping = await keepingOf(tx, organisation)
  if (!may(keeping)) throw keeping.worksThere && !keeping.role ? new ActForItFirst() : new NotAllowed('This is not yours to change.', 'Ask an owner of the organisation.')
  if (organisation.standing.is === 'closed') throw new OrganisationClosed()
  return organisation
}
