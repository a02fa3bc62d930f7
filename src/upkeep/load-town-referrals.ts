import { town, type Referral as TownReferral, type ValueBand as TownBand } from '../../town/index.ts'
import { moveTown } from '../../town/move-town.ts'
import type { ValueBand } from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { putReferrals, type PutReferral } from '../referrals/index.ts'
import type { KnownTown } from './load-town-answers.ts'

/** Referrals on their way and finished. */
export async function loadTownReferrals(tx: Tx, known: KnownTown): Promise<void> {
  const today = moveTown(town, tx.now.toISOString().slice(0, 10))
  await putReferrals(tx, today.referrals.map((one) => ({ ...standing(one, known), by: need(known, one.by), who: one.who, needs: one.needs, reach: one.reach, onTo: one.onTo && standing(one.onTo, known) })))
}

type Standing = Omit<PutReferral, 'by' | 'who' | 'needs' | 'reach' | 'onTo'>

function standing(one: Omit<TownReferral, 'by' | 'who' | 'needs' | 'reach' | 'onTo'>, known: KnownTown): Standing {
  return {
    to: need(known, one.to), says: one.says, madeAt: noon(one.on), yes: one.yes && { at: noon(one.yes.on), how: one.yes.how, says: one.yes.says }, acceptedAt: one.acceptedOn ? noon(one.acceptedOn) : undefined,
    talkingAt: one.talkingOn ? noon(one.talkingOn) : undefined, declined: one.declined && { at: noon(one.declined.on), says: one.declined.says }, won: one.won && { at: noon(one.won.on), value: one.won.value && BANDS[one.won.value] },
    lost: one.lost && { at: noon(one.lost.on), says: one.lost.says }, thanked: one.thanked && { at: noon(one.thanked.on), phrase: one.thanked.phrase, says: one.thanked.says },
  }
}

const BANDS: Readonly<Record<TownBand, ValueBand>> = { 'under-1k': 'under_1k', '1k-5k': '1k_5k', '5k-25k': '5k_25k', '25k-100k': '25k_100k', '100k-500k': '100k_500k', 'over-500k': 'over_500k' }

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

function need(known: KnownTown, key: string): Id<'organisation'> {
  const found = known.organisations.get(key)
  if (!found) throw new Error(`The town names "${key}", who is not in it.`)
  return found
}
