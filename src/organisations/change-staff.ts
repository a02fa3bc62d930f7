import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { choice, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound, SignInFirst } from '../kit/refusal.ts'
import { beforeLeaving } from '../people/index.ts'
import { LastOwner } from './errors.ts'
import { byTheHouse } from './in-name-of.ts'
import { getOrganisationToKeep } from './keep.ts'
import { keepsAnOwner, ROLES } from './staff.ts'
import { findRole, holdOwners, listWorkingFor, markLeft, saveRole } from './staff-store.ts'
import { mayChooseStaff } from './who-may.ts'

/** Gives a colleague another role. The last owner stays one. */
export function changeRole(ctx: Ctx, organisation: Id<'organisation'>, person: Id<'person'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayChooseStaff)
    const { role } = parse(z.strictObject({ role: choice('what they may do', ROLES) }), input)
    const owners = await holdOwners(tx, organisation)
    if (!(await findRole(tx, organisation, person))) throw new NotFound('Nobody of that name works here any more.')
    if (role !== 'owner' && owners.includes(person) && !keepsAnOwner(owners, person)) throw new LastOwner()
    await saveRole(tx, organisation, person, role)
    await audit(tx, { chain: `organisation:${organisation}`, act: 'staff.changed', subject: person, detail: { role } })
    await tx.emit('staff.changed', { organisation, person })
  })
}

/** An owner takes a colleague off the list. They see nothing of the organisation's from then on. */
export function removeStaff(ctx: Ctx, organisation: Id<'organisation'>, person: Id<'person'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayChooseStaff)
    await goes(tx, organisation, person)
  })
}

/** Someone stops working for an organisation, whichever one they act for just now. */
export function leaveStaff(ctx: Ctx, organisation: Id<'organisation'>): Promise<void> {
  // By the house, because while acting for another organisation one does not see who else decides here.
  return byTheHouse(ctx).transaction(async (tx) => {
    if (!tx.actor.person) throw new SignInFirst()
    await goes(tx, organisation, tx.actor.person)
  })
}

/** Whoever closes their account stops working everywhere; where nobody else decides, they settle that first. */
beforeLeaving(async (tx, person) => {
  for (const { organisation } of await listWorkingFor(tx)) await goes(tx, organisation, person)
})

async function goes(tx: Tx, organisation: Id<'organisation'>, person: Id<'person'>): Promise<void> {
  const owners = await holdOwners(tx, organisation)
  if (!(await findRole(tx, organisation, person))) throw new NotFound('Nobody of that name works here any more.')
  if (owners.includes(person) && !keepsAnOwner(owners, person)) throw new LastOwner()
  await markLeft(tx, organisation, person)
  await audit(tx, { chain: `organisation:${organisation}`, act: 'staff.left', subject: person })
  await tx.emit('staff.left', { organisation, person })
}
