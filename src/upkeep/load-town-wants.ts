import { town } from '../../town/index.ts'
import { moveTown } from '../../town/move-town.ts'
import type { Lens, Organisation, Want } from '../../town/index.ts'
import { putDismissed, putMeets, saveWants, type Meets, type NewWant } from '../matches/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { wordsByKey, type KnownTown, type TownWords } from './load-town-answers.ts'

/** What the town looks for, through which lens, and how each stands to its own trade. */
export async function loadTownWants(tx: Tx, known: KnownTown): Promise<void> {
  const today = moveTown(town, tx.now.toISOString().slice(0, 10))
  const words = await wordsByKey(tx, known)
  await saveWants(tx, today.organisations.flatMap((one) => one.wants.flatMap((want) => wantsOf(tx, known, one, want, words))))
  for (const one of today.organisations) {
    const organisation = need(known.organisations, one.key)
    if (one.rivals) await putMeets(tx, organisation, meetsOf(one.rivals.welcomeFor))
    for (const key of one.rivals?.never ?? []) {
      for (const network of networksOf(known, one)) await putDismissed(tx, { network, organisation }, need(known.organisations, key), { reason: 'same_as_us' })
    }
  }
}

const DAYS_KEPT = 90

/** A want belongs to the network whose word it names, or to each its owner is in. */
function wantsOf(tx: Tx, known: KnownTown, one: Organisation, want: Want, words: TownWords): readonly NewWant[] {
  const word = want.capability ? words.get(want.capability) : undefined
  const until = want.until && want.until >= tx.now.toISOString().slice(0, 10) ? want.until : undefined
  const endsOn = until ?? new Date(tx.now.getTime() + DAYS_KEPT * 86_400_000).toISOString().slice(0, 10)
  return (word ? [word.network] : networksOf(known, one)).map((network) => ({
    network, organisation: need(known.organisations, one.key), lens: want.lens, says: want.says, capability: word?.capability.id, from: want.from, until: want.until, sight: want.sight, endsOn,
  }))
}

const networksOf = (known: KnownTown, one: Organisation): readonly Id<'network'>[] => one.memberships.map(({ network }) => need(known.networks, network).id)

function meetsOf(welcomeFor: readonly Lens[]): Meets {
  if (welcomeFor.some((lens) => lens === 'gap' || lens === 'audience')) return 'always'
  return welcomeFor.length > 0 ? 'cover' : 'never'
}

function need<T>(known: ReadonlyMap<string, T>, key: string): T {
  const found = known.get(key)
  if (found === undefined) throw new Error(`The town names "${key}", which is not in it.`)
  return found
}
