import { withdrawAsk } from '../asks/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { endPartner } from '../networks/index.ts'
import { tell } from '../notices/index.ts'
import { findOrganisation } from '../organisations/index.ts'
import { askPartner } from './ask-partner.ts'
import { changeOurs, getPartnership, getUsToSpeak, hasAgreed, pairOf } from './change-ours.ts'
import { NobodyToAsk, NotAgreedYet, TheySaidNo } from './errors.ts'
import { endInput } from './input.ts'
import { deleteMomentAbout, saveMoment } from './moment-store.ts'
import type { Partnership } from './partnership.ts'
import { changeShared, changeSide, holdPartnership } from './store.ts'

/** Ends it kindly: the other is told that it has ended, with our words if we have any; the reason stays with us. */
export function endPartnership(ctx: Ctx, id: Id<'partnership'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const ours = await getPartnership(tx, id)
    await getUsToSpeak(tx)
    const { because, words } = parse(endInput, input)
    if (!hasAgreed(ours)) throw new NotAgreedYet()
    if (ours.standing.is === 'ended') return
    await endPartner(tx, ours.us, ours.partner.id) // what we show to partners is for those who are
    await asHouse(tx).transaction(async (house) => {
      await holdPartnership(house, id)
      await close(house, ours, words)
      await changeSide(house, ours.us, id, { ended_because: because ?? null })
      await tell(house, { kind: 'partnerships.ended', to: ours.partner.id, subject: { partnership: id, partner: ours.us } })
    })
  })
}

/** The same where nobody is left to be told: an organisation has closed. For the house. */
export async function close(house: Tx, ours: Partnership, words?: string): Promise<void> {
  await changeShared(house, ours.id, { ended_at: house.now, ended_by: ours.us, resting_since: null, resting_by: null })
  await saveMoment(house, ours.id, { kind: 'ended', says: words ?? 'Ended, with thanks.', by: ours.us, about: ours.id, at: house.now })
  await house.emit('partnership.ended', { partnership: ours.id, between: pairOf(ours) })
}

const DAY = 86_400_000

/** Takes it up again: within a day it simply goes on, as if it had not ended; later the other side is asked. */
export function takeUpAgain(ctx: Ctx, id: Id<'partnership'>): Promise<{ asked: boolean }> {
  return changeOurs(ctx, id, async (house, ours) => {
    const { standing } = ours
    if (standing.is !== 'ended') return { asked: false }
    if (standing.by === ours.us && house.now.getTime() - standing.at.getTime() < DAY) {
      await changeShared(house, id, { ended_at: null, ended_by: null })
      await changeSide(house, ours.us, id, { ended_because: null })
      await deleteMomentAbout(house, id, 'ended', id)
      await tell(house, { kind: 'partnerships.woken', to: ours.partner.id, subject: { partnership: id, partner: ours.us } })
      await house.emit('partnership.changed', { partnership: id, between: pairOf(ours) })
      return { asked: false }
    }
    if (standing.asked) return { asked: true }
    if (standing.declinedAt) throw new TheySaidNo()
    const partner = await findOrganisation(house, ours.partner.id)
    if (!partner || partner.standing.is === 'listed' || partner.standing.is === 'closed') throw new NobodyToAsk()
    await askPartner(house, { partnership: id, us: ours.us, partner: ours.partner.id })
    return { asked: true }
  })
}

/** All that an organisation was part of, once it has closed. For the house. */
export async function endAllOf(house: Tx, partnerships: readonly Partnership[]): Promise<void> {
  for (const ours of partnerships) {
    if (ours.standing.is === 'waiting') await withdrawAsk(house, ours.standing.ask)
    else if (ours.standing.is === 'agreed' || ours.standing.is === 'resting') await close(house, ours)
  }
}
