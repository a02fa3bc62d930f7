import { actAs } from '../people/index.ts'
import { audit } from '../kit/audit.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { SignInFirst } from '../kit/refusal.ts'
import { byTheHouse } from './in-name-of.ts'
import { organisationInput } from './input.ts'
import { saveStaff } from './staff-store.ts'
import { markClaimed, saveNewOrganisation } from './store.ts'

/** A person lists their own organisation and is its first owner. From then on they act for it. */
export function listOrganisation(ctx: Ctx, input: unknown): Promise<Id<'organisation'>> {
  // The house writes it: a row one has just claimed is not yet one's own until one acts for it.
  return byTheHouse(ctx).transaction(async (tx) => {
    const person = somebody(tx)
    const id = await saveNewOrganisation(tx, parse(organisationInput, input), person)
    await saveStaff(tx, id, person, 'owner')
    await markClaimed(tx, id, person)
    await audit(tx, { chain: `organisation:${id}`, act: 'organisation.listed', subject: id })
    await tx.emit('organisation.listed', { organisation: id })
    await tx.emit('staff.joined', { organisation: id, person })
    if (tx.actor.session) await actAs(tx, tx.actor.session, { organisation: id })
    return id
  })
}

/** Lists an organisation for people who are not here yet. It stays "listed, not yet claimed" until they follow a claim link. */
export function listStub(ctx: Ctx, input: unknown): Promise<Id<'organisation'>> {
  return ctx.transaction(async (tx) => {
    const id = await saveNewOrganisation(tx, parse(organisationInput, input), somebody(tx))
    await audit(tx, { chain: `organisation:${id}`, act: 'organisation.listed', subject: id })
    await tx.emit('organisation.listed', { organisation: id })
    return id
  })
}

function somebody(tx: Tx): Id<'person'> {
  if (!tx.actor.person) throw new SignInFirst()
  return tx.actor.person
}
