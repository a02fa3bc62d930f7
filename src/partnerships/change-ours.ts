import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound, SignInFirst } from '../kit/refusal.ts'
import { getOrganisationToKeep, type Organisation } from '../organisations/index.ts'
import { ActForSomeone, HasEnded, NotAgreedYet } from './errors.ts'
import { inOrder, type Partnership } from './partnership.ts'
import { findPartnershipById, holdPartnership } from './store.ts'
import { maySpeakToPartners } from './who-may.ts'

/** A partnership of the organisation acted for; what is not ours is not there. */
export async function getPartnership(tx: Tx, id: Id<'partnership'>): Promise<Partnership> {
  mustBeSignedIn(tx)
  const found = tx.actor.organisation && await findPartnershipById(tx, tx.actor.organisation, id)
  if (!found) throw new NotFound('There is no such partnership, or it is not yours.', 'Look in your list of partners.')
  return found
}

/** The organisation acted for, once asked whether this person speaks for it. */
export async function getUsToSpeak(tx: Tx): Promise<Organisation> {
  mustBeSignedIn(tx)
  if (!tx.actor.organisation) throw new ActForSomeone()
  return getOrganisationToKeep(tx, tx.actor.organisation, maySpeakToPartners)
}

/** Seen first, then asked who may; what both share is written by the house, one change after the other. */
export function changeOurs<T>(ctx: Ctx, id: Id<'partnership'>, work: (house: Tx, ours: Partnership) => Promise<T>): Promise<T> {
  return ctx.transaction(async (tx) => {
    await getPartnership(tx, id)
    await getUsToSpeak(tx)
    return asHouse(tx).transaction(async (house) => {
      await holdPartnership(house, id)
      return work(house, await getPartnership(house, id))
    })
  })
}

export function mustBeAgreed({ standing }: Partnership): void {
  mustGoOn({ standing })
  if (standing.is === 'waiting' || standing.is === 'ours_alone') throw new NotAgreedYet()
}

export function mustGoOn({ standing }: Pick<Partnership, 'standing'>): void {
  if (standing.is === 'ended') throw new HasEnded()
}

export const hasAgreed = ({ standing }: Pick<Partnership, 'standing'>): boolean => standing.is !== 'waiting' && standing.is !== 'ours_alone'
export const pairOf = ({ us, partner }: Partnership) => inOrder(us, partner.id)

/** The organisation acted for, whoever reads for it. */
export function getUsToSee(tx: Tx): Id<'organisation'> {
  mustBeSignedIn(tx)
  if (!tx.actor.organisation) throw new ActForSomeone()
  return tx.actor.organisation
}

/** A link to one's own partnership leads through signing in and straight back. */
function mustBeSignedIn({ actor }: Tx): void {
  if (!actor.person && actor.by !== 'house') throw new SignInFirst()
}
