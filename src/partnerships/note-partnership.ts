import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { countPartner } from '../networks/index.ts'
import { findOrganisation, getOrganisation, giveClaimLink, listStub, staffLink, type Organisation } from '../organisations/index.ts'
import { agree } from './agree.ts'
import { askPartner } from './ask-partner.ts'
import { getUsToSpeak } from './change-ours.ts'
import { AlreadyNoted, NotShownToUs } from './errors.ts'
import { noteInput } from './input.ts'
import { inOrder } from './partnership.ts'
import { findPartnership, holdPair, savePartnership, saveSide } from './store.ts'

export type Noted = { readonly partnership: Id<'partnership'>; readonly partner: Id<'organisation'>; /** For whoever is not here yet. */ readonly claimLink?: string; /** Both have said so now. */ readonly agreed: boolean }

/** Notes a partnership in one form. The other side is asked by one tap; until they say yes only we see it. */
export function notePartnership(ctx: Ctx, input: unknown): Promise<Noted> {
  return ctx.transaction(async (tx) => {
    const us = await getUsToSpeak(tx)
    const given = parse(noteInput, input)
    const { partner, claimLink } = await whoItIs(tx, us, given)
    if (await findPartnership(tx, us.id, partner.id)) throw new AlreadyNoted()
    if (given.metBy && (given.metBy === us.id || given.metBy === partner.id || !(await findOrganisation(tx, given.metBy)))) throw new Invalid([{ field: 'metBy', sentence: 'Choose somebody else: whoever brought the two of you together.' }])
    if (given.counts) await countPartner(tx, us.id, partner.id)
    const met = { through: given.through, what: given.what, by: given.metBy, on: given.metOn }
    return asHouse(tx).transaction(async (house) => {
      const between = inOrder(us.id, partner.id)
      const fresh = await savePartnership(house, { between, by: us.id, at: house.now, stage: given.stage, met, aim: given.aim, next: given.nextSays ? { says: given.nextSays, on: given.nextOn } : undefined })
      const row = await holdPair(house, ...between)
      const partnership = (fresh ?? row?.id) as Id<'partnership'> // the pair was just saved, or was there
      if (!fresh) { // they had noted us: now both have said so
        await agree(house, partnership, { by: us.id, stage: given.stage, shows: given.shows })
        return { partnership, partner: partner.id, agreed: true }
      }
      await saveSide(house, { organisation: us.id, partnership, partner: partner.id, called: partner.name, stage: given.stage, shows: given.shows })
      if (partner.standing.is !== 'listed') await askPartner(house, { partnership, us: us.id, partner: partner.id })
      await house.emit('partnership.noted', { partnership, between })
      return { partnership, partner: partner.id, claimLink, agreed: false }
    })
  })
}

type Whom = { readonly with?: Id<'organisation'>; readonly newName?: string; readonly newKind?: string; readonly newDistrict?: string }

async function whoItIs(tx: Tx, us: Organisation, { with: known, newName, newKind, newDistrict }: Whom): Promise<{ partner: Organisation; claimLink?: string }> {
  if (known) {
    const partner = known === us.id ? undefined : await findOrganisation(tx, known)
    if (!partner || partner.standing.is === 'closed') throw new NotShownToUs()
    return { partner }
  }
  if (!newName) throw new Invalid([{ field: 'with', sentence: 'Choose who it is, or write their name below.' }])
  const id = await listStub(tx, { name: newName, kind: newKind ?? 'other', district: newDistrict })
  const { linkId } = await giveClaimLink(tx, id, { forWhom: newName })
  return { partner: await getOrganisation(tx, id), claimLink: staffLink(tx, linkId) }
}
