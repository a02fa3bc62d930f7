import { town } from '../../town/index.ts'
import { moveTown } from '../../town/move-town.ts'
import type { CoverStory } from '../../town/index.ts'
import { putBenchPlace, putCover, type CoverThatWas } from '../cover/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { wordsByKey, type KnownTown, type TownWords } from './load-town-answers.ts'

const DAY = 86_400_000
const at = (day: string, hour: number) => new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000)

/** Benches and cover: who is prepared to take work off whom, what is asked for, under way and done. As the house. */
export async function loadTownCover(tx: Tx, known: KnownTown): Promise<void> {
  const today = moveTown(town, tx.now.toISOString().slice(0, 10))
  const words = await wordsByKey(tx, known)
  const idOf = (key: string): Id<'organisation'> => {
    const id = known.organisations.get(key)
    if (!id) throw new Error(`The town has no ${key}.`)
    return id
  }
  const places = new Map<string, Id<'bench place'>>()
  for (const one of today.benches) {
    places.set(`${one.bench} ${one.associate}`, await putBenchPlace(tx, {
      organisation: idOf(one.bench), associate: idOf(one.associate), since: at(one.since, 10),
      terms: { rate: one.pounds, per: one.per, paidWithinDays: 14, dates: one.dates, mayKnow: 'yes', whoSpeaks: 'associate', noTakingMonths: one.noTakingMonths, insured: !!one.insuredUntil, insuredUntil: one.insuredUntil, deletesWithinDays: 14, tellsWithinHours: 24 },
    }))
  }
  for (const one of today.covers) await putCover(tx, storyOf(one, { now: tx.now, words, idOf, placeOf: (who) => places.get(`${one.by} ${who}`) }))
}

type Known = { readonly now: Date; readonly words: TownWords; readonly idOf: (key: string) => Id<'organisation'>; readonly placeOf: (who: string) => Id<'bench place'> | undefined }

function storyOf(one: CoverStory, { now, words, idOf, placeOf }: Known): CoverThatWas {
  const askedAt = at(one.askedOn, 9)
  const took = one.asked.some(({ says }) => says === 'yes')
  const takenAt = took ? at(one.askedOn, 14) : undefined
  const handedOverAt = took ? at(one.askedOn, 34) : undefined
  const backAt = one.done && at(one.done.on, 18)
  const thankedAt = one.done && new Date(at(one.done.on, 18).getTime() + DAY)
  const word = words.get(one.capability)
  return {
    cover: {
      organisation: idOf(one.by), network: word?.network, capability: word?.capability.id, says: one.says, startsOn: one.startsOn, endsOn: one.endsOn, whenSays: one.whenSays, minutes: one.hours * 60,
      client: one.client || !took ? 'asked' : 'unnamed', whoSpeaks: 'associate', how: one.how === 'in-turn' ? 'in_turn' : 'all_at_once', turnHours: 48, madeAt: askedAt, takenAt,
      // What is still asked for should not run out while somebody looks round the town.
      answerBy: took ? at(one.askedOn, 60) : new Date(Math.max(at(one.startsOn, -2).getTime(), now.getTime() + 5 * DAY)),
      clientAsked: one.client && took ? { at: at(one.askedOn, 15), agreedAt: at(one.askedOn, 20) } : undefined,
      handedOverAt, handedBackAt: backAt, finishedAt: thankedAt, clientWord: one.done?.clientSays && thankedAt ? { says: one.done.clientSays, at: thankedAt } : undefined,
    },
    asked: one.asked.map(({ who, says, note }, place) => ({
      associate: idOf(who), place: placeOf(who), termsVersion: 1, askedAt: says === 'waiting' ? undefined : at(one.askedOn, 9 + place),
      ...(says === 'yes' || says === 'no' ? { answer: { at: at(one.askedOn, 12), is: says, note } } : {}),
      ...(says === 'no' ? { closedAt: at(one.askedOn, 12) } : says === 'silent' ? { silentAt: at(one.askedOn, 13), closedAt: at(one.askedOn, 13) } : {}),
      ...(says === 'yes' && takenAt ? { chosen: { at: takenAt, minutes: one.hours * 60 } } : {}),
      ...(says === 'yes' && one.done && backAt && thankedAt ? { back: { at: backAt, done: one.done.says, minutes: one.done.hours * 60 }, seesUntil: new Date(backAt.getTime() + 14 * DAY), sightEndedAt: backAt.getTime() + 14 * DAY < now.getTime() ? new Date(backAt.getTime() + 14 * DAY) : undefined, thanked: { at: thankedAt, says: one.done.thanks } } : {}),
    })),
    client: took ? one.client : undefined,
    pack: took && one.client && one.pack ? { contact: [one.client.name, one.client.phone, one.client.contact].join('\n'), ...one.pack } : undefined,
  }
}
