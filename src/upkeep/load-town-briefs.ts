import { town } from '../../town/index.ts'
import { moveTown } from '../../town/move-town.ts'
import type { ValueBand as TownBand } from '../../town/index.ts'
import type { ValueBand } from '../answers/index.ts'
import { askOwnerOfBrief, saveBriefs, saveInterests, type NewBrief, type NewInterest } from '../briefs/index.ts'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { wordsByKey, type KnownTown } from './load-town-answers.ts'

const BANDS: Readonly<Record<TownBand, ValueBand>> = { 'under-1k': 'under_1k', '1k-5k': '1k_5k', '5k-25k': '5k_25k', '25k-100k': '25k_100k', '100k-500k': '100k_500k', 'over-500k': 'over_500k' }
const ANSWERS = { welcomed: 'welcomed', 'declined-kindly': 'declined' } as const

/** What the town needs done, in parts, and who has offered to help with it. */
export async function loadTownBriefs(tx: Tx, known: KnownTown): Promise<void> {
  const today = moveTown(town, tx.now.toISOString().slice(0, 10))
  const words = await wordsByKey(tx, known)
  const briefs: NewBrief[] = []
  const interests: NewInterest[] = []
  for (const brief of today.briefs) {
    const network = need(known.networks, brief.network).id, owner = need(known.organisations, brief.by), id = newId<'brief'>()
    const parts = new Map<string, Id<'part'>>(brief.parts.map((part) => [part.key, newId<'part'>()]))
    briefs.push({
      network, id, organisation: owner, title: brief.title, says: brief.says, forWhom: brief.forWhom, district: brief.district, answerBy: brief.answerBy, startsOn: brief.startsOn, endsOn: brief.endsOn,
      value: BANDS[brief.value], openToRivals: brief.openToRivals, sight: brief.sight, publishedAt: at(brief.postedOn),
      parts: brief.parts.map((part) => ({ id: need(parts, part.key), says: part.says, capability: words.get(part.capability)?.capability.id, wants: words.get(part.capability)?.capability.title, need: part.need, size: part.size })),
    })
    for (const one of brief.interests) {
      interests.push({
        network, brief: id, owner, organisation: need(known.organisations, one.by), part: one.part ? need(parts, one.part) : undefined, says: one.says, madeAt: at(one.on),
        ...(one.state === 'waiting' ? {} : { answered: { at: at(one.on), answer: ANSWERS[one.state] } }),
      })
    }
  }
  await saveBriefs(tx, briefs)
  const saved = await saveInterests(tx, interests)
  for (const [at, { network, brief, owner, organisation, answered }] of interests.entries()) {
    const interest = saved[at]
    if (interest && !answered) await askOwnerOfBrief(tx, { network, brief, owner, organisation, interest })
  }
}

const at = (day: string): Date => new Date(`${day}T12:00:00Z`)

function need<T>(known: ReadonlyMap<string, T>, key: string): T {
  const found = known.get(key)
  if (found === undefined) throw new Error(`The town names "${key}", which is not in it.`)
  return found
}
